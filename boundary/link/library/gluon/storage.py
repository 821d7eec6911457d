"""Dicts whose keys are attributes."""


class Storage(dict): ...


class Settings(Storage): ...


class Messages(Storage): ...
