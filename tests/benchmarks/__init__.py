"""What is measured rather than proven."""
