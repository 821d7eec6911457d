# case: inherited
class Base:
    def open(self): pass
class Box(Base): pass
Box().open()  #> Base.open

# case: overridden
class Base:
    def open(self): pass
class Box(Base):
    def open(self): pass
Box().open()  #> Box.open

# case: super
class Base:
    def open(self): pass
class Box(Base):
    def open(self):
        super().open()  #> Base.open
Box().open()  #> Box.open

# case: an inherited constructor
class Base:
    def __init__(self): pass
class Box(Base): pass
Box()  #> Base.__init__

# case: super in a constructor
class Base:
    def __init__(self): pass
class Box(Base):
    def __init__(self):
        super().__init__()  #> Base.__init__
Box()  #> Box.__init__

# case: a template method
class Base:
    def run(self):
        self.work()  #> One.work, Two.work
    def work(self): pass
class One(Base):
    def work(self): pass
class Two(Base):
    def work(self): pass
One().run()  #> Base.run
Two().run()  #> Base.run

# case: the left one first
class Left:
    def open(self): pass
class Right:
    def open(self): pass
class Box(Left, Right): pass
Box().open()  #> Left.open

# case: super into a sibling
class Root:
    def open(self): pass
class Left(Root):
    def open(self):
        super().open()  #> Right.open
class Right(Root):
    def open(self):
        super().open()  #> Root.open
class Box(Left, Right): pass
Box().open()  #> Left.open

# case: a parent by name
class Base:
    def open(self): pass
class Box(Base):
    def open(self):
        Base.open(self)  #> Base.open
Box().open()  #> Box.open

# case: super with arguments
class Base:
    def open(self): pass
class Middle(Base):
    def open(self): pass
class Box(Middle):
    def open(self):
        super(Middle, self).open()  #> Base.open
Box().open()  #> Box.open

# case: a class method through super
class Base:
    @classmethod
    def make(cls):
        return cls()  #> Box.__init__
class Box(Base):
    def __init__(self): pass
    @classmethod
    def make(cls):
        return super().make()  #> Base.make
Box.make()  #> Box.make

# case: an attribute of the parent
class Lid:
    def lift(self): pass
class Base:
    def __init__(self):
        self.lid = Lid()
class Box(Base):
    def open(self):
        self.lid.lift()  #> Lid.lift
Box().open()  #> Base.__init__, Box.open

# case: a base class that a function gives
class Base:
    def open(self): pass
def base():
    return Base
class Box(base()):  #> base
    pass
Box().open()  #> Base.open

# case: a mixin calls what stands beside it
class Mixin:
    def run(self):
        self.work()  #> Base.work
class Base:
    def work(self): pass
class Box(Mixin, Base): pass
Box().run()  #> Mixin.run
