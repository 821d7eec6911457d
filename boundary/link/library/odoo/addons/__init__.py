"""Where does Odoo's server find its modules?  Those of this package are of OCA, and many others build on them."""
