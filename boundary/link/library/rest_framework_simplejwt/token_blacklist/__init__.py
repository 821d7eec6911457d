"""The application with the rows of tokens."""
