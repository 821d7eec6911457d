"""What serves HTTP in the standard library?  `server.py`."""
