# case: in every part of a try
def a(): pass
def b(): pass
def c(): pass
def d(): pass
try:
    a()  #> a
except ValueError:
    b()  #> b
else:
    c()  #> c
finally:
    d()  #> d

# case: an exception's constructor
class Broken(Exception):
    def __init__(self, text): pass
def run():
    raise Broken("x")  #> Broken.__init__
run()  #> run

# case: a method of what is caught
class Broken(Exception):
    def explain(self): pass
def run():
    try:
        raise Broken
    except Broken as error:
        error.explain()  #> Broken.explain
run()  #> run

# case: one of several
class One(Exception):
    def explain(self): pass
class Two(Exception):
    def explain(self): pass
def run():
    try:
        pass
    except (One, Two) as error:
        error.explain()  #> One.explain, Two.explain
run()  #> run

# case: nothing after raise
def a(): pass
def run():
    raise ValueError
    a()
run()  #> run

# case: a class that is raised
class Broken(Exception):
    def __init__(self): pass
def run():
    raise Broken  #> Broken.__init__
run()  #> run
