"""Where is a module of Odoo or Tryton that others import by another name than its folder's?

    from odoo.addons.sale_stock.models.sale_order import SaleOrder
    from trytond.modules.company.model import CompanyMultiValueMixin

The server puts the modules of all folders that it is given into one package. In a checkout they lie beside one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ModuleInfo, Program

PACKAGES: Final = ("odoo.addons.", "openerp.addons.", "trytond.modules.")


def elsewhere(program: Program, dotted: str) -> ModuleInfo | None:
    """The project's module that is imported by such a name: of several, the one with the shortest name of its own."""
    package = next(one for one in PACKAGES if dotted.startswith(one))
    name = dotted.removeprefix(package)
    module = program.modules.get(name)
    if module is not None and not module.library:
        return module
    ends = f".{name}"
    found = [one for one in program.modules.values() if one.name.endswith(ends) and not one.library]
    return min(found, key=lambda one: (len(one.name), one.name), default=None)
