# case: by index
def one(): pass
def two(): pass
functions = [one, two]
functions[1]()  #> two

# case: in a loop
def one(): pass
def two(): pass
def run():
    for f in [one, two]:
        f()  #> one, two
run()  #> run

# case: appended
def one(): pass
def run():
    functions = []
    functions.append(one)
    functions[0]()  #> one
run()  #> run

# case: appended at the top of a module
def one(): pass
functions = []
functions.append(one)
for f in functions:
    f()  #> one

# case: a slice
def one(): pass
def two(): pass
def run():
    for f in [one, two][:]:
        f()  #> one, two
run()  #> run

# case: a comprehension
def one(): pass
[f() for f in [one]]  #> one

# case: a list in a list
def one(): pass
def two(): pass
table = [[one], [two]]
table[0][0]()  #> one

# case: joined
def one(): pass
def two(): pass
def run():
    for f in [one] + [two]:
        f()  #> one, two
run()  #> run

# case: popped
def one(): pass
def run():
    functions = [one]
    functions.pop()()  #> one
run()  #> run

# case: a tuple
def one(): pass
def two(): pass
pair = (one, two)
pair[0]()  #> one

# case: the last
def one(): pass
def two(): pass
functions = [one, two]
functions[-1]()  #> two

# case: a set
def one(): pass
def run():
    for f in {one}:
        f()  #> one
run()  #> run
