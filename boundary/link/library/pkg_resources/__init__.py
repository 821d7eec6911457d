"""What does the packaging of a project offer under a group?"""

from importlib.metadata import EntryPoint


def iter_entry_points(group, name=None):
    return [EntryPoint(one) for one in __plugins__(group, name)]
