"""Which sites are there?  Projects have providers of their own beside those of the library."""
