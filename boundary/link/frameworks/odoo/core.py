"""Which relations do the models of Odoo's own modules have that others extend?  For where these are not read.

They are those that have been there for many versions. A field that ends in `_id` leads to one row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.named_models import NamedField

if TYPE_CHECKING:
    from boundary.link.frameworks.named_models import NamedModel

RELATIONS: Final[dict[str, dict[str, str]]] = {
    "res.partner": {"parent_id": "res.partner", "child_ids": "res.partner", "user_ids": "res.users",
                    "commercial_partner_id": "res.partner"},
    "res.users": {"partner_id": "res.partner", "company_ids": "res.company"},
    "res.company": {"partner_id": "res.partner"},
    "product.product": {"product_tmpl_id": "product.template"},
    "product.template": {"product_variant_ids": "product.product", "product_variant_id": "product.product",
                         "categ_id": "product.category", "seller_ids": "product.supplierinfo"},
    "sale.order": {"order_line": "sale.order.line", "invoice_ids": "account.move", "picking_ids": "stock.picking",
                   "partner_invoice_id": "res.partner", "partner_shipping_id": "res.partner",
                   "pricelist_id": "product.pricelist", "team_id": "crm.team"},
    "sale.order.line": {"order_id": "sale.order", "move_ids": "stock.move", "invoice_lines": "account.move.line",
                        "order_partner_id": "res.partner", "tax_id": "account.tax"},
    "purchase.order": {"order_line": "purchase.order.line", "invoice_ids": "account.move",
                       "picking_ids": "stock.picking"},
    "purchase.order.line": {"order_id": "purchase.order", "move_ids": "stock.move"},
    "account.move": {"line_ids": "account.move.line", "invoice_line_ids": "account.move.line",
                     "commercial_partner_id": "res.partner"},
    "account.move.line": {"move_id": "account.move", "account_id": "account.account"},
    "account.payment": {"move_id": "account.move"},
    "stock.picking": {"move_ids": "stock.move", "move_lines": "stock.move", "move_line_ids": "stock.move.line",
                      "sale_id": "sale.order", "group_id": "procurement.group"},
    "stock.move": {"picking_id": "stock.picking", "move_line_ids": "stock.move.line", "move_dest_ids": "stock.move",
                   "move_orig_ids": "stock.move", "sale_line_id": "sale.order.line", "rule_id": "stock.rule",
                   "purchase_line_id": "purchase.order.line", "group_id": "procurement.group"},
    "stock.move.line": {"move_id": "stock.move", "picking_id": "stock.picking", "package_id": "stock.quant.package",
                        "result_package_id": "stock.quant.package"},
    "stock.quant.package": {"quant_ids": "stock.quant"},
    "mrp.production": {"move_raw_ids": "stock.move", "move_finished_ids": "stock.move", "bom_id": "mrp.bom"},
    "project.task": {"project_id": "project.project", "sale_line_id": "sale.order.line"},
    "project.project": {"task_ids": "project.task"},
}  # fmt: skip
COMMON: Final[dict[str, str]] = {
    "company_id": "res.company", "create_uid": "res.users", "currency_id": "res.currency", "lot_id": "stock.lot",
    "journal_id": "account.journal", "location_dest_id": "stock.location", "location_id": "stock.location",
    "partner_id": "res.partner", "picking_type_id": "stock.picking.type", "product_id": "product.product",
    "product_tmpl_id": "product.template", "product_uom_id": "uom.uom", "user_id": "res.users",
    "warehouse_id": "stock.warehouse", "write_uid": "res.users",
}  # fmt: skip
"""What fields of these names lead to, whichever model has them."""


def field_of(model: NamedModel, name: str) -> NamedField | None:
    """A field of a model: as the source has it, else as Odoo's own module does."""
    one = model.fields.get(name)
    if one is not None or model.read:
        return one
    target = RELATIONS.get(model.name, {}).get(name)
    if target is None:
        return None
    return NamedField(name, "one" if name.endswith("_id") else "many", target)
