# case: a function as an argument
def apply(function):
    function()  #> hello
def hello(): pass
apply(hello)  #> apply

# case: an argument is handed on
def outer(function):
    inner(function)  #> inner
def inner(function):
    function()  #> hello
def hello(): pass
outer(hello)  #> outer

# case: two callers with two arguments
def apply(function):
    function()  #> one, two
def one(): pass
def two(): pass
apply(one)  #> apply
apply(two)  #> apply

# case: a bound method as an argument
class Box:
    def open(self): pass
def apply(function):
    function()  #> Box.open
apply(Box().open)  #> apply

# case: a call as an argument
def make():
    return hello
def hello(): pass
def apply(function):
    function()  #> hello
apply(make())  #> make, apply

# case: a positional default
def hello(): pass
def apply(function=hello):
    function()  #> hello, other
def other(): pass
apply()  #> apply
apply(other)  #> apply

# case: arguments are unpacked
def apply(first, second):
    second()  #> two
def one(): pass
def two(): pass
pair = (one, two)
apply(*pair)  #> apply

# case: the rest of the arguments
def apply(first, *rest):
    for function in rest:
        function()  #> two, three
def one(): pass
def two(): pass
def three(): pass
apply(one, two, three)  #> apply

# case: a nested call
def outer(value): return value
def inner(): return 1
outer(inner())  #> outer, inner
