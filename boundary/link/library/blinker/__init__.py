"""Signals of Flask and others; connecting and sending are known to the linker itself."""

ANY = None


class Signal:
    def __init__(self, doc=None): ...

    def connect(self, receiver, sender=ANY, weak=True): ...

    def connect_via(self, sender, weak=False): ...

    def connected_to(self, receiver, sender=ANY):
        self.connect(receiver)
        return __unknown__

    def send(self, sender=None, **kwargs): ...

    async def send_async(self, sender=None, **kwargs):
        return self.send(sender, **kwargs)

    def disconnect(self, receiver, sender=ANY): ...


class NamedSignal(Signal):
    pass


class Namespace(dict):
    def signal(self, name, doc=None): ...


def signal(name, doc=None): ...
