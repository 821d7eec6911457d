"""What belongs to a thread?  `../frameworks/python_local.py` keeps each apart by where it is made."""


class local:
    pass
