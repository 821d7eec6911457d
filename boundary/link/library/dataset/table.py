"""What is a table of dataset?  Its methods are in `../../frameworks/tables_by_name.py`."""


class Table:
    pass
