"""What can a variable hold?  The abstract domain: atoms, sets of them, their joins, and where they are kept."""
