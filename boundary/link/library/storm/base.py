"""What are Storm's mapped classes below?  See `../../frameworks/storm/rows.py`."""


class Storm:
    """Also where a project extends it to have methods of its own."""
