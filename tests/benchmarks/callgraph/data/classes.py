# case: a constructor
class Box:
    def __init__(self): pass
Box()  #> Box.__init__

# case: a method
class Box:
    def open(self): pass
Box().open()  #> Box.open

# case: through a variable
class Box:
    def open(self): pass
box = Box()
box.open()  #> Box.open

# case: through self
class Box:
    def open(self):
        self.lift()  #> Box.lift
    def lift(self): pass
Box().open()  #> Box.open

# case: an attribute from the constructor
class Lid:
    def lift(self): pass
class Box:
    def __init__(self):
        self.lid = Lid()
    def open(self):
        self.lid.lift()  #> Lid.lift
Box().open()  #> Box.__init__, Box.open

# case: an attribute from an argument
class Lid:
    def lift(self): pass
class Box:
    def __init__(self, lid):
        self.lid = lid
    def open(self):
        self.lid.lift()  #> Lid.lift
Box(Lid()).open()  #> Box.__init__, Box.open

# case: a static method
class Box:
    @staticmethod
    def make(): pass
Box.make()  #> Box.make
Box().make()  #> Box.make

# case: a class method
class Box:
    @classmethod
    def make(cls):
        return cls()  #> Box.__init__
    def __init__(self): pass
    def open(self): pass
Box.make().open()  #> Box.make, Box.open

# case: an unbound method
class Box:
    def open(self): pass
Box.open(Box())  #> Box.open

# case: a function as an attribute of a class
def hello(self): pass
class Box:
    greet = hello
Box().greet()  #> hello

# case: a nested class
class Box:
    class Lid:
        def lift(self): pass
Box.Lid().lift()  #> Box.Lid.lift

# case: a class in a variable
class Box:
    def open(self): pass
kind = Box
kind().open()  #> Box.open

# case: a property
class Box:
    @property
    def lid(self):
        return Lid()
class Lid:
    def lift(self): pass
Box().lid.lift()  #> Box.lid, Lid.lift

# case: a setter
class Box:
    @property
    def lid(self): pass
    @lid.setter
    def lid(self, value):
        value()  #> hello
def hello(): pass
Box().lid = hello  #> Box.lid

# case: an object that is called
class Box:
    def __call__(self): pass
Box()()  #> Box.__call__

# case: a descriptor
class Lid:
    def __get__(self, instance, owner): pass
class Box:
    lid = Lid()
Box().lid  #> Lid.__get__

# case: a context manager
class Box:
    def __enter__(self):
        return self
    def __exit__(self, *args): pass
    def open(self): pass
def run():
    with Box() as box:  #> Box.__enter__, Box.__exit__
        box.open()  #> Box.open
run()  #> run

# case: a call in a class body
def make(): return 1
class Box:
    lid = make()  #> make
Box()

# case: chained calls
class Box:
    def lift(self):
        return self
    def open(self): pass
Box().lift().lift().open()  #> Box.lift, Box.open

# case: two classes with one method name
class Box:
    def open(self): pass
class Door:
    def open(self): pass
def run(x):
    x.open()  #> Box.open
run(Box())  #> run
