# case: a nested function
def outer():
    def inner(): pass
    inner()  #> outer.inner
outer()  #> outer

# case: a closure
def outer(function):
    def inner():
        function()  #> hello
    return inner
def hello(): pass
outer(hello)()  #> outer, outer.inner

# case: recursion
def walk(n):
    if n:
        walk(n - 1)  #> walk
walk(3)  #> walk

# case: mutual recursion
def even(n):
    return n or odd(n)  #> odd
def odd(n):
    return n or even(n)  #> even
even(3)  #> even

# case: defined twice
def hello(): return 1
def hello(): return 2
hello()  #> hello

# case: defined in branches
import sys
if sys.argv:
    def hello(): pass
else:
    def hello(): pass
hello()  #> hello

# case: a global that is set
def one(): pass
def two(): pass
current = one
def change():
    global current
    current = two
change()  #> change
current()  #> one, two

# case: a nonlocal that is set
def one(): pass
def two(): pass
def outer():
    current = one
    def change():
        nonlocal current
        current = two
    change()  #> outer.change
    current()  #> one, two
outer()  #> outer

# case: a default that calls
def make(): return 1
def run(x=make()):  #> make
    pass
run()  #> run

# case: a function is an object
def hello(): pass
def other(): pass
hello.attached = other
hello.attached()  #> other

# case: async functions
import asyncio
async def inner(): pass
async def outer():
    await inner()  #> inner
asyncio.run(outer())  #> outer
