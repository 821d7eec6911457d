"""What is in a collection?  Lists, sets and dicts: what is put into them, taken out, and gone through."""
