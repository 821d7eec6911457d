# case: called at once
(lambda: 1)()  #> <lambda>

# case: in a variable
def hello(): pass
f = lambda: hello()  #> <lambda> -> hello
f()  #> <lambda>

# case: as an argument
def apply(function):
    function(hello)  #> <lambda>
def hello(): pass
apply(lambda g: g())  #> apply, <lambda> -> hello

# case: returned
def make():
    return lambda: hello()  #> make.<lambda> -> hello
def hello(): pass
make()()  #> make, make.<lambda>

# case: calls its default
def hello(): pass
f = lambda g=hello: g()  #> <lambda> -> hello
f()  #> <lambda>

# case: in a dict
def hello(): pass
table = {"a": lambda: hello()}  #> <lambda> -> hello
table["a"]()  #> <lambda>

# case: closes over
def outer(f):
    return lambda: f()  #> outer.<lambda> -> hello
def hello(): pass
outer(hello)()  #> outer, outer.<lambda>

# case: in the body of a class
def hello(): pass
class Table:
    made = {"a": lambda: hello()}  #> Table.<lambda> -> hello
Table.made["a"]()  #> Table.<lambda>
