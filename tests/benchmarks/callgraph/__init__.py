"""How much of a call graph does the linker find?  Small programs, one language feature each."""
