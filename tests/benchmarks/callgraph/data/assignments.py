# case: another name
def hello(): pass
greet = hello
greet()  #> hello

# case: a chain of names
def hello(): pass
a = b = hello
c = a
c()  #> hello
b()  #> hello

# case: a tuple
def one(): pass
def two(): pass
a, b = one, two
b()  #> two

# case: a starred name
def one(): pass
def two(): pass
def three(): pass
first, *rest = one, two, three
first()  #> one
rest[0]()  #> two, three

# case: nested unpacking
def one(): pass
def two(): pass
(a, (b,)) = (one, (two,))
b()  #> two

# case: swapped
def one(): pass
def two(): pass
def run():
    a, b = one, two
    a, b = b, a
    a()  #> two
run()  #> run

# case: assigned again
def one(): pass
def two(): pass
def run():
    f = one
    f()  #> one
    f = two
    f()  #> two
run()  #> run

# case: assigned in a branch
import sys
def one(): pass
def two(): pass
def run():
    if sys.argv:
        f = one
    else:
        f = two
    f()  #> one, two
run()  #> run

# case: an annotation with a value
def hello(): pass
greet: object = hello
greet()  #> hello

# case: named in an expression
def hello(): pass
if (greet := hello):
    greet()  #> hello

# case: an attribute of an object
class Box: pass
def hello(): pass
box = Box()
box.greet = hello
box.greet()  #> hello
