"""Which packages of Zope are there?  What lies beside this; others are known by the names of what they offer."""
