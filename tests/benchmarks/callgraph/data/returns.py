# case: a function
def make():
    return hello
def hello(): pass
f = make()  #> make
f()  #> hello

# case: one of two
import sys
def make():
    if sys.argv:
        return one
    return two
def one(): pass
def two(): pass
make()()  #> make, one, two

# case: an object
class Box:
    def open(self): pass
def make():
    return Box()
make().open()  #> make, Box.open

# case: a tuple
def one(): pass
def two(): pass
def make():
    return one, two
a, b = make()  #> make
b()  #> two

# case: its argument
def same(x):
    return x
def one(): pass
def two(): pass
same(one)()  #> same, one
same(two)()  #> same, two

# case: a call
def outer():
    return inner()  #> inner
def inner():
    return hello
def hello(): pass
outer()()  #> outer, hello

# case: by a method
class Box:
    def give(self):
        return hello
def hello(): pass
Box().give()()  #> Box.give, hello

# case: a choice
def one(): pass
def two(): pass
def make(flag):
    return one if flag else two
make(True)()  #> make, one

# case: an annotation
from elsewhere import find
class Box:
    def open(self): pass
def make() -> Box:
    return find()
make().open()  #> make, Box.open
