"""What does the packaging of a project offer under a group?  Classes and functions, which plug-ins are loaded as."""


class EntryPoint:
    def __init__(self, offered):
        self.offered = offered

    def load(self):
        return self.offered


class EntryPoints:
    def select(self, group=None, name=None, **kwargs):
        return [EntryPoint(one) for one in __plugins__(group, name)]

    def get(self, group, default=None):
        return [EntryPoint(one) for one in __plugins__(group)]

    def __getitem__(self, group):
        return [EntryPoint(one) for one in __plugins__(group)]


def entry_points(group=None, name=None, **kwargs):
    if group is None:
        return EntryPoints()
    return [EntryPoint(one) for one in __plugins__(group, name)]
