"""Which functions are commands?"""


class Typer:
    def command(self, *args, **kwargs):
        pass

    def callback(self, *args, **kwargs):
        pass

    def add_typer(self, app, **kwargs):
        pass


def run(function):
    pass
