"""State machines of `transitions` and python-statemachine."""
