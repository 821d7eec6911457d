"""What was an object before it was changed?  A copy that looks like it."""


def Snapshot(ob, names=None, providing=None):
    return ob
