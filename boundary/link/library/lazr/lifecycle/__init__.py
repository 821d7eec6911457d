"""What tells of changes to objects?  What lies beside this."""
