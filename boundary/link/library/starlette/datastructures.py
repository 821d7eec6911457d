"""What does an application keep, what a request?  Attributes that they are given."""


class State:
    pass


class RequestState(State):
    pass


class URL:
    """An address: others are made of it, and nothing else."""

    def changed(self, **parts):
        return self

    replace = include_query_params = replace_query_params = remove_query_params = changed
