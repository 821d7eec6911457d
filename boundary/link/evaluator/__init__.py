"""What does the code do?  Expressions, statements and objects, evaluated on demand to a fixed point."""
