"""How is the result shown?  One file per format, each with one function from a `Report` to text.

`outline` decides once what is said and in which order; `text` and `markdown` only render it.
"""
