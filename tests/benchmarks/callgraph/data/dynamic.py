# case: getattr with a constant
class Box:
    def open(self): pass
    def shut(self): pass
name = "open"
getattr(Box(), name)()  #> Box.open

# case: getattr with a pattern
import sys
class Box:
    def do_open(self): pass
    def do_shut(self): pass
    def other(self): pass
getattr(Box(), "do_" + sys.argv[1])()  #> Box.do_open, Box.do_shut

# case: setattr
class Box: pass
def hello(): pass
box = Box()
setattr(box, "greet", hello)
box.greet()  #> hello

# case: globals
def hello(): pass
globals()["hello"]()  #> hello

# case: an import by name
# file: other.py
def hello(): pass
# file: main.py
from importlib import import_module
import_module("other").hello()  #> other.hello

# case: a class by type
class Base:
    def open(self): pass
Box = type("Box", (Base,), {})
Box().open()  #> Base.open

# case: __getattr__
class Box:
    def __getattr__(self, name):
        return hello
def hello(): pass
Box().anything()  #> Box.__getattr__, hello

# case: a registry
TABLE = {}
def register(name):
    def decorator(function):
        TABLE[name] = function
        return function
    return decorator
@register("a")  #> register, register.decorator
def one(): pass
@register("b")  #> register, register.decorator
def two(): pass
TABLE["a"]()  #> one

# case: eval is not read
def hello(): pass
eval("hello()")
