"""Python to facts: any grammar from 3.0 on, by `ast` where it can and by libcst where it must."""
