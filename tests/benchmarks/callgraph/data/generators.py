# case: what is yielded is called
def make():
    yield hello
def hello(): pass
def run():
    for function in make():  #> make
        function()  #> hello
run()  #> run

# case: yield from
def inner():
    yield hello
def outer():
    yield from inner()  #> inner
def hello(): pass
def run():
    for function in outer():  #> outer
        function()  #> hello
run()  #> run

# case: next
def make():
    yield hello
def hello(): pass
next(make())()  #> make, hello

# case: a generator expression
def one(): return 1
def run():
    return list(one() for _ in range(3))  #> one
run()  #> run

# case: functions in a generator expression
def one(): pass
def two(): pass
def run():
    for f in (g for g in [one, two]):
        f()  #> one, two
run()  #> run

# case: an iterator of our own
class Box:
    def __iter__(self):
        return iter([hello])
def hello(): pass
def run():
    for function in Box():  #> Box.__iter__
        function()  #> hello
run()  #> run

# case: __next__
class Box:
    def __iter__(self):
        return self
    def __next__(self):
        return hello
def hello(): pass
def run():
    for function in Box():  #> Box.__iter__, Box.__next__
        function()  #> hello
run()  #> run

# case: a context manager with yield
from contextlib import contextmanager
@contextmanager
def opened():
    yield hello
def hello(): pass
def run():
    with opened() as function:  #> opened
        function()  #> hello
run()  #> run
