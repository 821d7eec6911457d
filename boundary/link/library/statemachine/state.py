"""A state; the transitions that lead out of it and to it are known to the linker itself."""


class State:
    def __init__(self, name="", value=None, initial=False, final=False, enter=None, exit=None): ...
