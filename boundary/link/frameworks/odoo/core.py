"""Which relations and tables do the models of Odoo's own modules have?  For where these are not read.

They are those that have been there for many versions. A field that ends in `_id` leads to one row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.named_models import NamedField

if TYPE_CHECKING:
    from boundary.link.frameworks.named_models import NamedModel

RELATIONS: Final[dict[str, dict[str, str]]] = {
    "account.bank.statement": {"line_ids": "account.bank.statement.line"},
    "account.bank.statement.line": {"move_id": "account.move", "statement_id": "account.bank.statement"},
    "account.full.reconcile": {"partial_reconcile_ids": "account.partial.reconcile",
                               "reconciled_line_ids": "account.move.line"},
    "account.move": {"line_ids": "account.move.line", "invoice_line_ids": "account.move.line",
                     "commercial_partner_id": "res.partner", "payment_id": "account.payment",
                     "reversed_entry_id": "account.move", "reversal_move_id": "account.move"},
    "account.move.line": {"move_id": "account.move", "account_id": "account.account", "tax_ids": "account.tax",
                          "matched_credit_ids": "account.partial.reconcile", "payment_id": "account.payment",
                          "matched_debit_ids": "account.partial.reconcile", "sale_line_ids": "sale.order.line",
                          "full_reconcile_id": "account.full.reconcile", "analytic_line_ids": "account.analytic.line"},
    "account.partial.reconcile": {"credit_move_id": "account.move.line", "debit_move_id": "account.move.line",
                                  "full_reconcile_id": "account.full.reconcile"},
    "account.payment": {"move_id": "account.move", "reconciled_bill_ids": "account.move",
                        "reconciled_invoice_ids": "account.move"},
    "crm.lead": {"order_ids": "sale.order", "stage_id": "crm.stage", "team_id": "crm.team"},
    "hr.employee": {"department_id": "hr.department", "parent_id": "hr.employee"},
    "hr.expense": {"sheet_id": "hr.expense.sheet"},
    "hr.expense.sheet": {"account_move_id": "account.move", "account_move_ids": "account.move",
                         "expense_line_ids": "hr.expense"},
    "mrp.bom": {"bom_line_ids": "mrp.bom.line"},
    "mrp.bom.line": {"bom_id": "mrp.bom"},
    "mrp.production": {"move_raw_ids": "stock.move", "move_finished_ids": "stock.move", "bom_id": "mrp.bom",
                       "finished_move_line_ids": "stock.move.line", "move_byproduct_ids": "stock.move",
                       "workorder_ids": "mrp.workorder"},
    "mrp.workorder": {"production_id": "mrp.production", "time_ids": "mrp.workcenter.productivity",
                      "workcenter_id": "mrp.workcenter"},
    "pos.order": {"lines": "pos.order.line", "payment_ids": "pos.payment", "session_id": "pos.session"},
    "product.product": {"product_tmpl_id": "product.template", "seller_ids": "product.supplierinfo"},
    "product.template": {"product_variant_ids": "product.product", "product_variant_id": "product.product",
                         "categ_id": "product.category", "seller_ids": "product.supplierinfo"},
    "project.project": {"task_ids": "project.task"},
    "project.task": {"project_id": "project.project", "sale_line_id": "sale.order.line", "child_ids": "project.task",
                     "parent_id": "project.task", "stage_id": "project.task.type", "user_ids": "res.users"},
    "purchase.order": {"order_line": "purchase.order.line", "invoice_ids": "account.move",
                       "picking_ids": "stock.picking"},
    "purchase.order.line": {"order_id": "purchase.order", "move_ids": "stock.move"},
    "res.company": {"partner_id": "res.partner"},
    "res.partner": {"parent_id": "res.partner", "child_ids": "res.partner", "user_ids": "res.users",
                    "commercial_partner_id": "res.partner", "bank_ids": "res.partner.bank",
                    "category_id": "res.partner.category", "state_id": "res.country.state"},
    "res.users": {"partner_id": "res.partner", "company_ids": "res.company", "groups_id": "res.groups"},
    "sale.order": {"order_line": "sale.order.line", "invoice_ids": "account.move", "picking_ids": "stock.picking",
                   "partner_invoice_id": "res.partner", "partner_shipping_id": "res.partner",
                   "pricelist_id": "product.pricelist", "team_id": "crm.team"},
    "sale.order.line": {"order_id": "sale.order", "move_ids": "stock.move", "invoice_lines": "account.move.line",
                        "order_partner_id": "res.partner", "tax_id": "account.tax"},
    "stock.landed.cost": {"account_move_id": "account.move",
                          "valuation_adjustment_lines": "stock.valuation.adjustment.lines"},
    "stock.move": {"picking_id": "stock.picking", "move_line_ids": "stock.move.line", "move_dest_ids": "stock.move",
                   "move_orig_ids": "stock.move", "sale_line_id": "sale.order.line", "rule_id": "stock.rule",
                   "purchase_line_id": "purchase.order.line", "group_id": "procurement.group",
                   "account_move_ids": "account.move", "origin_returned_move_id": "stock.move",
                   "production_id": "mrp.production", "raw_material_production_id": "mrp.production",
                   "returned_move_ids": "stock.move", "stock_valuation_layer_ids": "stock.valuation.layer"},
    "stock.move.line": {"move_id": "stock.move", "picking_id": "stock.picking", "package_id": "stock.quant.package",
                        "result_package_id": "stock.quant.package"},
    "stock.picking": {"move_ids": "stock.move", "move_lines": "stock.move", "move_line_ids": "stock.move.line",
                      "sale_id": "sale.order", "group_id": "procurement.group", "backorder_id": "stock.picking",
                      "backorder_ids": "stock.picking", "move_ids_without_package": "stock.move",
                      "move_line_ids_without_package": "stock.move.line"},
    "stock.quant.package": {"quant_ids": "stock.quant"},
    "stock.scrap": {"move_id": "stock.move", "move_ids": "stock.move"},
    "stock.valuation.layer": {"account_move_id": "account.move", "stock_move_id": "stock.move"},
}  # fmt: skip
COMMON: Final[dict[str, str]] = {
    "company_id": "res.company", "country_id": "res.country", "create_uid": "res.users", "currency_id": "res.currency",
    "department_id": "hr.department", "employee_id": "hr.employee", "lot_id": "stock.lot",
    "journal_id": "account.journal", "location_dest_id": "stock.location", "location_id": "stock.location",
    "partner_id": "res.partner", "picking_type_id": "stock.picking.type", "product_id": "product.product",
    "product_tmpl_id": "product.template", "product_uom_id": "uom.uom", "user_id": "res.users",
    "warehouse_id": "stock.warehouse", "write_uid": "res.users",
}  # fmt: skip
"""What fields of these names lead to, whichever model has them."""

TABLES: Final[dict[str, str]] = {
    "ir.actions.act_url": "ir_act_url", "ir.actions.act_window": "ir_act_window",
    "ir.actions.act_window.view": "ir_act_window_view", "ir.actions.actions": "ir_actions",
    "ir.actions.client": "ir_act_client", "ir.actions.report": "ir_act_report_xml",
    "ir.actions.server": "ir_act_server", "ir.actions.todo": "ir_actions_todo",
}  # fmt: skip
"""The tables of those whose name says another one."""
ABSTRACT: Final = frozenset({
    "base", "format.address.mixin", "image.mixin", "ir.fields.converter", "ir.http", "ir.qweb", "mail.activity.mixin",
    "mail.alias.mixin", "mail.thread", "mail.thread.blacklist", "mail.thread.cc", "mail.thread.phone", "portal.mixin",
    "rating.mixin", "sequence.mixin", "utm.mixin", "website.published.mixin", "website.seo.metadata",
})  # fmt: skip
"""Those that have no rows."""


def field_of(model: NamedModel, name: str) -> NamedField | None:
    """A field of a model: as the source has it, else as Odoo's own module does."""
    one = model.fields.get(name)
    if one is not None or model.read:
        return one
    target = RELATIONS.get(model.name, {}).get(name)
    if target is None:
        return None
    return NamedField(name, "one" if name.endswith("_id") else "many", target)
