# case: a decorator that gives back its function
def plain(function):
    return function
@plain  #> plain
def hello(): pass
hello()  #> hello

# case: a decorator that wraps
def wrap(function):
    def wrapper():
        return function()  #> hello
    return wrapper
@wrap  #> wrap
def hello(): pass
hello()  #> wrap.wrapper

# case: a decorator with arguments
def wrap(times):
    def decorator(function):
        def wrapper():
            return function()  #> hello
        return wrapper
    return decorator
@wrap(3)  #> wrap, wrap.decorator
def hello(): pass
hello()  #> wrap.decorator.wrapper

# case: two decorators
def one(function):
    def wrapper():
        return function()  #> two.wrapper
    return wrapper
def two(function):
    def wrapper():
        return function()  #> hello
    return wrapper
@one  #> one
@two  #> two
def hello(): pass
hello()  #> one.wrapper

# case: a decorated method
def wrap(method):
    def wrapper(self):
        return method(self)  #> Box.open
    return wrapper
class Box:
    @wrap  #> wrap
    def open(self): pass
Box().open()  #> wrap.wrapper

# case: a class as a decorator
class Wrap:
    def __init__(self, function):
        self.function = function
    def __call__(self):
        return self.function()  #> hello
@Wrap  #> Wrap.__init__
def hello(): pass
hello()  #> Wrap.__call__

# case: a decorated class
def plain(cls):
    return cls
@plain  #> plain
class Box:
    def open(self): pass
Box().open()  #> Box.open

# case: functools.wraps
from functools import wraps
def wrap(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)  #> hello
    return wrapper
@wrap  #> wrap
def hello(): pass
hello()  #> wrap.wrapper

# case: a decorator that calls at once
def now(function):
    function()  #> hello
    return function
@now  #> now
def hello(): pass

# case: two functions of one decorator
def wrap(function):
    def wrapper():
        return function()  #> one, two
    return wrapper
@wrap  #> wrap
def one(): pass
@wrap  #> wrap
def two(): pass
one()  #> wrap.wrapper
two()  #> wrap.wrapper
