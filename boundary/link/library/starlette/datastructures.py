"""What does an application keep, what a request?  Attributes that they are given."""


class State:
    pass


class RequestState(State):
    pass
