"""What do methods of Odoo's own models touch, where these are not read?  Sequences, rates, units, notices, workflows.

They are those that have been there for many versions, and what they are known for, so that all is inferred. Most of a
workflow (`order.action_confirm()`) is done by what other modules add to it: it stays a blind spot beside what it does
to its own rows. A sequence is taken for one of PostgreSQL's, as it is unless it must not have gaps: a number that is
drawn from that writes no row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

from boundary.link.domain.values import UNKNOWN
from boundary.link.frameworks.named_models import touch
from boundary.link.frameworks.odoo.models import models
from boundary.link.frameworks.odoo.storage import rows

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

MORE: Final = "..."
"""Other modules do more there."""
KNOWN: Final = {
    "account.fiscal.position": {
        "map_account map_tax": "read account.fiscal.position",
        "_get_fiscal_position get_fiscal_position": "read account.fiscal.position -> account.fiscal.position",
    },
    "account.move": {
        "_post action_post post": "update account.move, update account.move.line ...",
        "button_cancel": "update account.move ...",
        "button_draft": "update account.move, update account.move.line ...",
        "is_entry is_inbound is_invoice is_outbound is_purchase_document is_receipt is_sale_document":
            "read account.move",
        "_reverse_moves": "insert account.move, insert account.move.line ... -> account.move",
    },
    "account.move.line": {
        "reconcile": "insert account.partial.reconcile, update account.move.line ...",
        "remove_move_reconcile": "delete account.partial.reconcile, update account.move.line ...",
    },
    "account.payment": {
        "action_cancel action_draft action_post": "update account.payment, update account.move ...",
    },
    "account.payment.register": {
        "_create_payments action_create_payments":
            "insert account.payment, insert account.move, insert account.move.line ... -> account.payment",
    },
    "account.tax": {"compute_all": "read account.tax"},
    "bus.bus": {"_sendmany _sendone sendmany sendone": "insert bus.bus"},
    "decimal.precision": {"precision_get": "read decimal.precision"},
    "ir.actions.report": {
        "_get_report _get_report_from_name": "read ir.actions.report -> ir.actions.report",
        "report_action": "read ir.actions.report",
    },
    "ir.cron": {"_trigger": "insert ir.cron.trigger"},
    "ir.model": {"_get": "read ir.model -> ir.model", "_get_id": "read ir.model"},
    "ir.model.data": {
        "_xmlid_lookup _xmlid_to_res_id _xmlid_to_res_model_res_id xmlid_to_res_id": "read ir.model.data",
    },
    "ir.model.fields": {"_get": "read ir.model.fields -> ir.model.fields"},
    "ir.sequence": {"_next next_by_code next_by_id": "read ir.sequence"},
    "mrp.production": {"action_assign action_cancel action_confirm button_mark_done": "update mrp.production ..."},
    "procurement.group": {"run": "insert stock.move ..."},
    "product.pricelist": {
        "_get_product_price _get_product_rule _get_products_price get_product_price":
            "read product.pricelist, read product.pricelist.item",
    },
    "product.product": {"_select_seller": "read product.supplierinfo -> product.supplierinfo"},
    "purchase.order": {
        "action_create_invoice": "insert account.move, insert account.move.line, update purchase.order ...",
        "button_approve button_cancel button_confirm button_done button_draft": "update purchase.order ...",
    },
    "res.company": {"compute_fiscalyear_dates": "read res.company"},
    "res.currency": {
        "_convert _get_conversion_rate _get_rates": "read res.currency, read res.currency.rate",
        "amount_to_text compare_amounts format is_zero round": "read res.currency",
    },
    "res.lang": {"_lang_get _lang_get_id get_installed": "read res.lang"},
    "res.partner": {"_display_address address_get": "read res.partner"},
    "res.users": {
        "_get_group_ids _has_group has_group has_groups": "read res.users, read res.groups",
        "_is_admin _is_internal _is_portal _is_public _is_superuser _is_system": "read res.users, read res.groups",
    },
    "sale.order": {
        "_action_cancel _action_confirm action_cancel action_confirm": "update sale.order ...",
        "action_done action_draft action_lock action_unlock": "update sale.order ...",
        "_create_invoices": "insert account.move, insert account.move.line ... -> account.move",
    },
    "stock.move": {
        "_action_assign": "update stock.move, insert stock.move.line, update stock.quant ...",
        "_action_cancel _action_confirm": "update stock.move ... -> stock.move",
        "_action_done": "update stock.move, update stock.move.line, write stock.quant ... -> stock.move",
        "_assign_picking": "insert stock.picking, update stock.move ...",
        "_recompute_state": "update stock.move",
        "_do_unreserve": "update stock.move, delete stock.move.line, update stock.quant ...",
    },
    "stock.picking": {
        "_action_done button_validate": "update stock.picking, update stock.move, update stock.move.line, "
                                        "write stock.quant ...",
        "action_assign": "update stock.move, insert stock.move.line, update stock.quant ...",
        "action_cancel action_confirm": "update stock.picking, update stock.move ...",
        "do_unreserve": "update stock.move, delete stock.move.line, update stock.quant ...",
    },
    "stock.quant": {
        "_gather": "read stock.quant -> stock.quant",
        "_get_available_quantity": "read stock.quant",
        "_update_available_quantity": "write stock.quant",
        "_update_reserved_quantity": "update stock.quant",
    },
    "uom.uom": {"_adjust_uom_quantities _compute_price _compute_quantity": "read uom.uom"},
}  # fmt: skip
"""What each is known for: the operations, whether there is more to it (`...`), and the model whose rows it gives."""
BOTH: Final[dict[str, tuple[str, ...]]] = {"write": ("insert", "update")}
"""A row that is written is a new one, or not."""


class Known(NamedTuple):
    """What one method is known for."""

    touched: tuple[tuple[str, str], ...]
    """Operations, each with its model."""
    more: bool
    gives: str


def _spelled(text: str) -> Known:
    done, _, gives = text.partition(" -> ")
    parts = [one.split() for one in done.removesuffix(MORE).split(",")]
    touched = [(op, model) for word, model in parts for op in BOTH.get(word, (word,))]
    return Known(tuple(touched), done.endswith(MORE), gives)


METHODS: Final = {
    model: {name: _spelled(text) for names, text in held.items() for name in names.split()}
    for model, held in KNOWN.items()
}


def known_method(model: str, name: str) -> bool:
    """Whether it is known what a method of one of Odoo's own models does."""
    return name in METHODS.get(model, ())


def called(call: NativeCall) -> Value:
    """`self.env["ir.sequence"].next_by_code("shop.order")`, of a model that is not read."""
    model, name = call.receiver
    known, held, evaluator = METHODS[model][name], models(call.interpreter), call.evaluator
    for op, touched in known.touched:
        touch(evaluator, held.named(touched), cast("Operation", op), call.line, confidence="inferred")
    if known.more:
        evaluator.blind(call.line, f"call of {name} of {model}, which is not read")
    given = held.named(known.gives) if known.gives else None
    return rows(evaluator, given) if given is not None else UNKNOWN


NEEDS: Final = ("odoo",)
NATIVES: Final[dict[str, Handler]] = {"odoo.core": called}
