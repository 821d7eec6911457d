"""What does a step of a query give that a project adds?  What it returns, else the query with what it has set."""


def builder(func):
    def step(self, *args, **kwargs):
        given = func(self, *args, **kwargs)
        return self if given is None else given

    return step
