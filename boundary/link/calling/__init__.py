"""What is called, and with what?  Arguments, parameters, and which callers share a context."""
