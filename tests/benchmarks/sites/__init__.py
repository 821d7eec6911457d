"""Which transactions does the source plainly show that the document does not hold?"""
