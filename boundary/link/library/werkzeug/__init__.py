"""What do applications take from Werkzeug that holds objects of theirs?  See local.py."""
