"""One kind of second factor."""
