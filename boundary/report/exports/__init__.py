"""How do other tools take a split over?  One file a format, each with one function from a scan and a split to text.

`formats` is the one visible table of them. What comes out of the analysed source is quoted as the format quotes it.
"""
