"""What does a split mean for those who run it?  One file a question, each a function from a `Scene` to an `Answer`.

`questions` is the one visible tuple of them, in the order in which they are told.
"""
