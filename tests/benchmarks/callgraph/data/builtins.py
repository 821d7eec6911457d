# case: map
def double(x): return x
list(map(double, [1]))  #> double

# case: filter
def odd(x): return x
list(filter(odd, [1]))  #> odd

# case: sorted by key
def weight(x): return x
sorted([1], key=weight)  #> weight

# case: functions in a zip
def one(): pass
def two(): pass
def run():
    for f, n in zip([one, two], [1, 2]):
        f()  #> one, two
run()  #> run

# case: functions that are enumerated
def one(): pass
def run():
    for n, f in enumerate([one]):
        f()  #> one
run()  #> run

# case: getattr
class Box:
    def open(self): pass
getattr(Box(), "open")()  #> Box.open

# case: next of iter
def one(): pass
next(iter([one]))()  #> one

# case: partial
from functools import partial
def hello(x): pass
partial(hello, 1)()  #> hello

# case: reduce
from functools import reduce
def add(a, b): return a
reduce(add, [1, 2])  #> add

# case: a type's own constructor
class Box:
    def __init__(self): pass
type(Box())()  #> Box.__init__
