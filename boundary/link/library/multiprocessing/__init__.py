"""What runs in a process?  What it is handed (`../../frameworks/python/threads.py`), and `run` of those below it."""

from multiprocessing.process import Process
