"""Emitters whose listeners may run on their own."""

from pyee.base import EventEmitter


class TwistedEventEmitter(EventEmitter):
    def __init__(self, *args, **kwargs): ...
