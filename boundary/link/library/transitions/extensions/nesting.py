"""Machines of this kind, where they are defined."""

from transitions.extensions import HierarchicalMachine
