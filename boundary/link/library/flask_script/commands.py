"""Which method of a command runs?  `run`, with what the command line says."""


class Command:
    __entry_points__ = {"run": "cli"}

    def __init__(self, func=None): ...


class Shell(Command):
    pass


class Server(Command):
    pass
