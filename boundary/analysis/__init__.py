"""What does a notebook hold in its hands?  An analysis, its splits, and answers that show themselves.

Everything here asks `api`, which alone wires the stages, and adds what a person at a prompt needs: data frames,
pictures, tables that are readable without JavaScript, and progress. `analyze` is the way in.
"""
