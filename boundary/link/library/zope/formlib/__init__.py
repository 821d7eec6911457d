"""What are forms of Zope made of?  What lies beside this."""
