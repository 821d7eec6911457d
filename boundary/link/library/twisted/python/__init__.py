"""What does Twisted add to Python?  What lies beside this."""
