# case: a module
# file: other.py
def hello(): pass
# file: main.py
import other
other.hello()  #> other.hello

# case: a name
# file: other.py
def hello(): pass
# file: main.py
from other import hello
hello()  #> other.hello

# case: a name under another name
# file: other.py
def hello(): pass
# file: main.py
from other import hello as greet
greet()  #> other.hello

# case: a star
# file: other.py
def hello(): pass
def _hidden(): pass
# file: main.py
from other import *
hello()  #> other.hello

# case: a star with __all__
# file: other.py
__all__ = ["one"]
def one(): pass
def two(): pass
# file: main.py
from other import *
def two(): pass
one()  #> other.one
two()  #> two

# case: a package
# file: pack/__init__.py
from .inner import hello
# file: pack/inner.py
def hello(): pass
# file: main.py
import pack
pack.hello()  #> pack.inner.hello

# case: a submodule
# file: pack/__init__.py
# file: pack/inner.py
def hello(): pass
# file: main.py
import pack.inner
pack.inner.hello()  #> pack.inner.hello

# case: relative
# file: pack/__init__.py
# file: pack/one.py
from . import two
from .two import hello
def run():
    two.hello()  #> pack.two.hello
    hello()  #> pack.two.hello
# file: pack/two.py
def hello(): pass
# file: main.py
from pack.one import run
run()  #> pack.one.run

# case: from the parent
# file: pack/__init__.py
# file: pack/deep/__init__.py
# file: pack/deep/one.py
from ..two import hello
hello()  #> pack.two.hello
# file: pack/two.py
def hello(): pass
# file: main.py
import pack.deep.one

# case: in a circle
# file: other.py
import main
def hello():
    main.back()  #> main.back
# file: main.py
import other
def back(): pass
other.hello()  #> other.hello

# case: in a function
# file: other.py
def hello(): pass
# file: main.py
def run():
    from other import hello
    hello()  #> other.hello
run()  #> run

# case: with a fallback
# file: other.py
def hello(): pass
# file: main.py
try:
    from fast import hello
except ImportError:
    from other import hello
hello()  #> other.hello

# case: a chain of names
# file: first.py
def hello(): pass
# file: second.py
from first import hello as greet
# file: main.py
from second import greet
greet()  #> first.hello

# case: a class and its method
# file: other.py
class Box:
    def open(self): pass
# file: main.py
from other import Box
class Chest(Box):
    def run(self):
        self.open()  #> other.Box.open
Chest().run()  #> Chest.run
