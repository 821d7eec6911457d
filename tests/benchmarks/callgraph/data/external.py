# case: a module that is not there
import elsewhere
def hello(): pass
elsewhere.hello()
elsewhere.hello.hello()

# case: a base class that is not there
from elsewhere import Base
class Box(Base):
    def open(self):
        self.lift()
        self.shut()  #> Box.shut
    def shut(self): pass
Box().open()  #> Box.open

# case: a lambda that is handed out
from elsewhere import apply
def hello(): pass
apply(lambda: hello())  #> <lambda>, <lambda> -> hello

# case: a closure that is handed out
from elsewhere import apply
def hello(): pass
def run():
    def inner():
        hello()  #> hello
    apply(inner)  #> run.inner
run()  #> run

# case: what comes from outside has no methods of ours
from elsewhere import make
class Box:
    def get(self): pass
make().get()

# case: a decorator that is not there
from elsewhere import decorate
@decorate
def hello(): pass
hello()  #> hello

# case: an attribute of a module that is not there
import elsewhere.inner as inner
def run():
    with inner.open() as box:
        box.read()
run()  #> run
