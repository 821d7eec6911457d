"""What belongs to a thread or a task?  The same as what belongs to a thread alone."""

from threading import local


class Local(local):
    pass
