"""What do resolvers find out about their request?"""


class Info:
    # Where an annotation names the type of the context, `context` is an object of that.
    context = __unknown__
