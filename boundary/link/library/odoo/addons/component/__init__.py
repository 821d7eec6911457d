"""What are components?  Classes by their names, beside the models; see `../../../../frameworks/odoo/components.py`."""

from odoo.addons.component import core
