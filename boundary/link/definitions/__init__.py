"""What does the program define?  Modules, classes and functions, what names mean, what annotations promise."""
