# case: a key
def one(): pass
def two(): pass
table = {"a": one, "b": two}
table["b"]()  #> two

# case: a key that is added
def one(): pass
table = {}
table["a"] = one
table["a"]()  #> one

# case: a key that is not known
import sys
def one(): pass
def two(): pass
table = {"a": one, "b": two}
table[sys.argv[1]]()  #> one, two

# case: get
def one(): pass
def two(): pass
table = {"a": one}
table.get("a")()  #> one
table.get("c", two)()  #> two

# case: values
def one(): pass
def two(): pass
def run():
    for f in {"a": one, "b": two}.values():
        f()  #> one, two
run()  #> run

# case: items
def one(): pass
def run():
    for key, f in {"a": one}.items():
        f()  #> one
run()  #> run

# case: a dict in a dict
def one(): pass
def two(): pass
table = {"a": {"b": one, "c": two}}
table["a"]["b"]()  #> one

# case: dict()
def one(): pass
table = dict(a=one)
table["a"]()  #> one

# case: update
def one(): pass
def run():
    table = {}
    table.update({"a": one})
    table["a"]()  #> one
run()  #> run

# case: a comprehension
def one(): pass
def two(): pass
table = {f.__name__: f for f in (one, two)}
table["one"]()  #> one, two

# case: as an argument
def one(): pass
def two(): pass
def run(table):
    table["a"]()  #> one
run({"a": one, "b": two})  #> run
