"""What does bunnet export?  The same as beanie, of which nothing has to be awaited."""

from beanie import *


class Initiator:
    def run(self): ...


def init_bunnet(database=None, document_models=None, **kwargs):
    return Initiator()
