"""Machines that draw, lock, nest or wait: they call the same."""

from transitions.core import Machine


class GraphMachine(Machine):
    pass


class LockedMachine(Machine):
    pass


class LockedGraphMachine(Machine):
    pass


class HierarchicalMachine(Machine):
    pass


class HierarchicalGraphMachine(Machine):
    pass


class LockedHierarchicalMachine(Machine):
    pass


class LockedHierarchicalGraphMachine(Machine):
    pass


class AsyncMachine(Machine):
    pass


class AsyncGraphMachine(Machine):
    pass


class HierarchicalAsyncMachine(Machine):
    pass
