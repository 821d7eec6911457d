"""The vocabulary of boundary: small frozen values that the stages hand to one another.

`code` and `facts` are what reading leaves of a source file, `scan` is what linking finds (the JSON
document ``boundary/1``). The stages import this package and never each other.
"""
