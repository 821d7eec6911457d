"""What does Tryton's server call back?  Models and wizards that a pool keeps by their names; see `../../frameworks/trytond/rows.py`."""
