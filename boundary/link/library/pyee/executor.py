"""Emitters whose listeners may run on their own."""

from pyee.base import EventEmitter


class ExecutorEventEmitter(EventEmitter):
    def __init__(self, *args, **kwargs): ...
