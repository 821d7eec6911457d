# case: a function
def hello(): pass
hello()  #> hello

# case: from a function
def hello(): pass
def run():
    hello()  #> hello
run()  #> run

# case: what is returned is called
def make():
    return hello
def hello(): pass
make()()  #> make, hello

# case: twice
def make():
    def inner():
        return hello
    return inner
def hello(): pass
make()()()  #> make, make.inner, hello

# case: with arguments that call
def a(x): return x
def b(): pass
a(a(b()))  #> a, b

# case: in a condition
def a(): pass
def b(): pass
if a():  #> a
    b()  #> b

# case: before it is defined
def run():
    later()  #> later
def later(): pass
run()  #> run

# case: an object's method at once
class Box:
    def __init__(self, x): pass
    def open(self): pass
Box(1).open()  #> Box.__init__, Box.open
