"""How do services of Twisted know one another?  Each has the one that it belongs to, which has those that belong to it."""


def IServiceCollection(service, alternate=None):  # an interface, which adapts what it is called with
    return service


def IService(service, alternate=None):
    return service


class Service:
    parent = None
    name = None
    running = 0

    def setName(self, name):
        self.name = name

    def setServiceParent(self, parent):
        self.parent = parent
        parent.addService(self)

    def disownServiceParent(self):
        return self.parent.removeService(self)

    def privilegedStartService(self): ...

    def startService(self): ...

    def stopService(self): ...


class MultiService(Service):
    def __init__(self):
        self.services = []

    def __iter__(self):
        return iter(self.services)

    def addService(self, service):
        self.services.append(service)

    def removeService(self, service): ...

    def privilegedStartService(self):
        for one in self.services:
            one.privilegedStartService()

    def startService(self):
        for one in self.services:
            one.startService()

    def stopService(self):
        for one in self.services:
            one.stopService()


class Process: ...


class Application(MultiService): ...
