# case: by name
def apply(function):
    function()  #> hello
def hello(): pass
apply(function=hello)  #> apply

# case: in another order
def apply(first, second):
    first()  #> one
def one(): pass
def two(): pass
apply(second=two, first=one)  #> apply

# case: a default
def hello(): pass
def apply(*, function=hello):
    function()  #> hello
apply()  #> apply

# case: **kwargs
def apply(**kwargs):
    kwargs["function"]()  #> hello
def hello(): pass
def other(): pass
apply(function=hello, other=other)  #> apply

# case: handed on
def outer(**kwargs):
    inner(**kwargs)  #> inner
def inner(function):
    function()  #> hello
def hello(): pass
outer(function=hello)  #> outer

# case: a dict is unpacked
def apply(function):
    function()  #> hello
def hello(): pass
apply(**{"function": hello})  #> apply

# case: a method of an argument
class Box:
    def open(self): pass
def apply(box=None):
    box.open()  #> Box.open
apply(box=Box())  #> apply
