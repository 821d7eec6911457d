"""pydal, of web2py and py4web: tables by their names, queries, rows, what is run around them."""
