"""What belongs to a thread?  `../frameworks/python/local.py` keeps each apart by where it is made."""


class local:
    pass
