"""Where are the models of a database kept?"""

from odoo.api import Registry
