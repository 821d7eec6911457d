"""Odoo: models by their names, put together from all modules; what clients call is a transaction."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

APP = """
# file: shop/models.py
from odoo import models, fields
class Partner(models.Model):
    _name = "shop.partner"
    name = fields.Char()
class Tag(models.Model):
    _name = "shop.tag"
    _table = "tags"
class Order(models.Model):
    _name = "shop.order"
    partner_id = fields.Many2one("shop.partner", required=True)
    line_ids = fields.One2many("shop.line", "order_id")
    tag_ids = fields.Many2many("shop.tag")
    kind_ids = fields.Many2many("shop.tag", "order_kind", "a", "b")
    note = fields.Char()
    shown = fields.Char(compute="_compute_shown")
class Line(models.Model):
    _name = "shop.line"
    order_id = fields.Many2one("shop.order", ondelete="cascade")
    partner_id = fields.Many2one(related="order_id.partner_id")
class Mixin(models.AbstractModel):
    _name = "shop.mixin"
    mixed = fields.Char()
class Wizard(models.TransientModel):
    _name = "shop.wizard"
    order_id = fields.Many2one("shop.order")
class Report(models.Model):
    _name = "shop.report"
    _auto = False
# file: shop/work.py
from odoo import api, fields, models, Command
from odoo import http
from odoo.http import request, route
from odoo.modules.registry import Registry
from odoo.tools import SQL, groupby
"""


def test_tables() -> None:
    assert_tables(APP, "shop_partner", "tags", "shop_order", "shop_line", "shop_wizard")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('order.create({"note": "x"})', "insert shop_order"),
        ('order.create([{"note": "x"}, {"note": "y"}])', "insert shop_order"),
        ('for one in order.search([]):\n            one.write({"note": "x"})', "read shop_order, update shop_order"),
        ('order.browse(1).note = "x"', "update shop_order"),
        ('order.browse(1).shown = "x"\n        order.create({})', "insert shop_order"),
        ('order.partner_id.name = "x"', "read shop_partner, update shop_partner"),
        ("order.unlink()",
         "delete shop_order, delete shop_line, update shop_wizard, delete shop_order_tags_rel, delete order_kind"),
        ("line.copy()", "insert shop_line"),
        ('order.create({"line_ids": [(0, 0, {})]})', "insert shop_order, insert shop_line"),
        ('order.write({"line_ids": [(1, 1, {}), (2, 2)]})', "update shop_order, update shop_line, delete shop_line"),
        ('order.write({"line_ids": [Command.create({})]})', "update shop_order, insert shop_line"),
        ('order.write({"line_ids": [Command.link(1)]})', "update shop_order, update shop_line"),
        ('order.write({"tag_ids": [(4, 1)]})', "update shop_order, insert shop_order_tags_rel"),
        ('order.write({"kind_ids": [Command.unlink(1)]})', "update shop_order, delete order_kind"),
        ('order.line_ids.mapped("order_id.partner_id").write({})',
         "read shop_line, read shop_order, update shop_partner"),
        ("order.mapped(lambda one: one.partner_id).write({})", "read shop_partner, update shop_partner"),
        ("order.sudo().with_context(a=1).filtered(lambda one: one.note).sorted()[:1].write({})", "update shop_order"),
        ('if order.search_count([("partner_id.name", "=", "x")]):\n            order.create({})',
         "read shop_order, read shop_partner, insert shop_order"),
        ("(order | order.search([])).write({})", "update shop_order"),
        ('self.env["sale.order"].browse(1).action_confirm()\n        self.env["sale.order"].write({})',
         "update sale_order"),
        ("self.env.user.write({})", "update res_users"),
        ('self.env["sale.order"].order_line.product_id.write({})', "read sale_order_line, update product_product?"),
        ('self.env["sale.order"].write({"order_line": [(0, 0, {})]})', "update sale_order, insert sale_order_line"),
        ('self.env["x.y"].any.product_id.write({})', "nothing"),
        ('self.env["sale.order"].mapped("order_line.move_ids").action_archive()', "update stock_move"),
        ("if self.env.context.get('x'):\n            order.toggle_active()", "update shop_order"),
        ('self.env.cr.execute("UPDATE tags SET x = 1")', "update tags"),
        ('with self.env.cr.savepoint():\n            self.env["shop.tag"].create({})', "insert tags"),
        ('order.new({}).note = "x"\n        order.create({})', "insert shop_order"),
        ("order += order.browse(1)\n        (order - order.browse(2)).write({})", "update shop_order"),
        ('for name in self.names:\n            order.browse(1)[name] = "x"', "update shop_order"),
        ('order.update({"partner_id": 1})', "update shop_order"),
        ("for key, some in groupby(line.search([]), str):\n            some[0].unlink()", "delete shop_line"),
        ('for key, some in order.search([]).grouped("note").items():\n            some.write({})', "update shop_order"),
        ('self.env.cr.execute(SQL("UPDATE %s SET x = %s", SQL.identifier("tags"), 1))', "update tags"),
        ("self.env.cr.precommit.add(line.copy)\n        self.env.cr.postcommit.add(order.copy)", "insert shop_line"),
        ('order.message_post(body="x")', "insert mail_message"),
        ("if not order.search([]):\n            order.create({})", "insert shop_order"),
        ("if order.partner_id:\n            pass\n        else:\n            line.create({})", "insert shop_line"),
        ("(order.search([], limit=1) or order.create({})).write({})", "insert shop_order, update shop_order"),
        ('order.filtered("partner_id.name").write({})', "read shop_partner, update shop_order"),
        ("order.sorted(key=lambda one: one.partner_id.name).write({})", "read shop_partner, update shop_order"),
        ("for one, _, all in line._read_group([], ['order_id', 'x:day'], ['id:recordset']):\n            all.unlink()",
         "read shop_line, delete shop_line"),
        ("for one, _ in line._read_group([], ['order_id'], aggregates=['x:sum']):\n            one.write({})",
         "read shop_line, update shop_order"),
        ("for one, some in order.grouped(lambda one: one.partner_id).items():\n            one.write({})",
         "read shop_partner, update shop_partner"),
        ("for one, some in groupby(line, lambda one: one.order_id):\n            one.write({})", "update shop_order"),
        ("order.tag_ids = False", "update shop_order, delete shop_order_tags_rel"),
        ("order.web_save({}, {})", "insert shop_order, update shop_order, read shop_order"),
        ('order.fetch(["note"])\n        order.message_unsubscribe([1])', "read shop_order, delete mail_followers"),
        ('self.env["ir.actions.server"].write({})', "update ir_act_server"),
        ('self.env["mail.thread"].search([])\n        order.write({})', "update shop_order"),
        ('self.env["stock.picking"].move_ids_without_package.write({})', "update stock_move"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"""{APP}
class Touch(models.AbstractModel):
    _name = "touch"
    def touch(self):
        order, line = self.env["shop.order"], self.env["shop.line"]
        with self.env.registry.cursor() as cr:  #> {expected}
            {body.replace(chr(10), chr(10) + "    ")}
""")


def test_classes_of_one_name_are_one() -> None:
    assert_touches(f"""{APP}
class Order(models.Model):
    _inherit = ["shop.order", "shop.mixin", "mail.thread"]
    _name = "shop.order"
    log_ids = fields.One2many("shop.log", "order_id")
    @api.model_create_multi
    def create(self, vals_list):
        orders = super().create(vals_list)
        self.env["shop.log"].create({{"order_id": orders.id}})
        return orders
class Log(models.Model):
    _name = "shop.log"
    order_id = fields.Many2one("shop.order", ondelete="cascade")
class Late(models.Model):
    _inherit = "shop.order"
    def write(self, vals):
        for order in self:
            order.log_ids.unlink()
        return super().write(vals)
    @api.onchange("note")
    def _onchange_note(self):
        self.note = "x"
class Copy(models.Model):
    _name = "shop.copy"
    _inherit = "shop.order"
class Employee(models.Model):
    _name = "shop.employee"
    _inherits = {{"shop.partner": "partner_id"}}
    partner_id = fields.Many2one("shop.partner")
class Partners(models.Model):
    _inherit = "res.partner"
    def archive(self):  #> update res_partner
        self.write({{}})
def touch(env):
    with env["shop.log"].pool.cursor():
        pass
class Touch(models.AbstractModel):
    _name = "touch"
    def _touch(self):
        with self.pool.cursor():  #> insert shop_order, insert shop_log
            self.env["shop.order"].create({{}})
        with self.pool.cursor():  #> update shop_order, delete shop_log
            self.env["shop.order"].mixed = "x"
        with self.pool.cursor():  #> insert shop_copy, insert shop_log
            self.env["shop.copy"].create({{}})
        with self.pool.cursor():  #> insert shop_employee, insert shop_partner
            self.env["shop.employee"].create({{}})
        with self.pool.cursor():  #> update shop_employee, update shop_partner
            self.env["shop.employee"].write({{"name": "x"}})
""")


def test_stored_computed_fields_follow() -> None:
    assert_touches(f"""{APP}
class Order(models.Model):
    _inherit = "shop.order"
    total = fields.Float(compute="_compute_total", store=True)
    title = fields.Char(compute="_compute_title", store=True)
    seen = fields.Char(compute="_compute_seen")
    @api.depends("line_ids.price")
    def _compute_total(self):
        pass
    @api.depends("partner_id.name")
    def _compute_title(self):
        pass
    @api.depends("tag_ids.name")
    def _compute_seen(self):
        pass
class Line(models.Model):
    _inherit = "shop.line"
    price = fields.Float()
    note = fields.Char(related="order_id.note", store=True)
    shown_note = fields.Char(related="tag_id.name")
    tag_id = fields.Many2one("shop.tag")
class Touch(models.AbstractModel):
    _name = "touch"
    def _touch(self):
        line, partner = self.env["shop.line"], self.env["shop.partner"]
        with self.pool.cursor():  #> insert shop_line, update shop_order
            line.create({{}})
        with self.pool.cursor():  #> update shop_line, update shop_order
            line.write({{"price": 1}})
        with self.pool.cursor():  #> update shop_line
            line.write({{"other": 1}})
        with self.pool.cursor():  #> insert shop_partner
            partner.create({{}})
        with self.pool.cursor():  #> update shop_partner, update shop_order
            partner.name = "x"
        with self.pool.cursor():  #> update tags
            self.env["shop.tag"].write({{"name": "x"}})
        with self.pool.cursor():  #> update shop_order, update shop_line
            self.env["shop.order"].write({{"note": "x"}})
""")


def test_what_runs_beside_what_is_stored() -> None:
    assert_touches(f"""{APP}
class Log(models.Model):
    _name = "shop.log"
class Doc(models.Model):
    _name = "doc"
    code = fields.Char(default=lambda self: self._next())
    note = fields.Char()
    partner_id = fields.Many2one("shop.partner")
    shown = fields.Char(compute="_compute_shown", inverse="_inverse_shown")
    partner_name = fields.Char(related="partner_id.name", readonly=False)
    title = fields.Char(related="partner_id.name")
    def _next(self):
        self.env["shop.log"].create({{}})
    def _compute_shown(self):
        pass
    def _inverse_shown(self):
        self.partner_id.write({{}})
    @api.constrains("note")
    def _check_note(self):
        self.env["shop.tag"].write({{}})
    @api.ondelete(at_uninstall=False)
    def _unlink_except_logged(self):
        self.env["shop.log"].search([])
    @api.onchange("note")
    def _onchange_note(self):
        self.update({{"code": "x"}})
class Touch(models.AbstractModel):
    _name = "touch"
    def _touch(self):
        doc = self.env["doc"]
        with self.pool.cursor():  #> insert doc, insert shop_log, update tags
            doc.create({{}})
        with self.pool.cursor():  #> insert doc, update tags
            doc.create({{"code": "x"}})
        with self.pool.cursor():  #> update doc, update tags
            doc.write({{"note": "x"}})
        with self.pool.cursor():  #> update doc, update shop_partner
            doc.write({{"shown": "x"}})
        with self.pool.cursor():  #> update shop_partner
            doc.partner_name = "x"
        with Registry("db").cursor():  #> nothing
            doc.title = "x"
            doc._onchange_note()
        with self.pool.cursor():  #> delete doc, read shop_log
            doc.unlink()
def post_init_hook(env):
    env["shop.log"].create({{}})  #= insert shop_log
""")


def test_calls_of_clients_are_transactions() -> None:
    scan = assert_touches(f"""{APP}
class P(models.Model):  #> insert p, insert part | update p, write part | delete p, delete part | insert p
    _name = "p"
    part_ids = fields.One2many("part", "p_id")
    def action_pay(self):  #> update p, insert queue_job
        self.note = "x"
        self._remind()
        self.with_delay().send()
    def _remind(self):
        self.write({{}})
    def send(self):  #> insert tags
        self.env["shop.tag"].create({{}})
    def _cron_tidy(self):  #> delete tags
        self.env["shop.tag"].search([]).unlink()
    @api.depends("part_ids")
    def compute_it(self):
        self.env["shop.tag"].create({{}})
class Part(models.Model):  #> insert part | update part | delete part | insert part
    _name = "part"
    p_id = fields.Many2one("p", ondelete="cascade")
class Main(http.Controller):
    @http.route("/pay", type="json")  #> insert p, insert part
    def pay(self, **kw):
        request.env["p"].sudo().create({{"part_ids": [(0, 0, {{}})]}})
""")
    entered = {f"{one.kind} {one.name}" for one in scan.entry_points}
    assert {"rpc p.action_pay", "rpc p.send", "rpc p.create", "rpc p._cron_tidy"} <= entered
    assert not {"rpc p._remind", "rpc p.compute_it", "rpc shop.report.create"} & entered


def test_what_models_have_of_abstract_ones_is_called_on_them() -> None:
    scan = assert_touches(f"""{APP}
class Locked(models.AbstractModel):
    _name = "locked"
    def lock(self):  #> update part | update p
        self.write({{}})
    @api.autovacuum  #> delete part | delete p
    def _gc_old(self):
        self.search([]).unlink()
class P(models.Model):
    _name = "p"
    _inherit = "locked"
class Part(models.TransientModel):
    _name = "part"
    _inherit = "locked"
class Service(models.AbstractModel):
    _name = "service"
    def send(self):  #> insert tags
        self.env["shop.tag"].create({{}})
class Page(models.AbstractModel):
    _name = "report.shop.page"
    def _get_report_values(self, docids, data=None):  #> insert shop_line
        self.env["shop.line"].create({{}})
""")
    entered = {one.name for one in scan.entry_points}
    assert {"p.lock", "part.lock", "p._gc_old", "service.send", "report.shop.page._get_report_values"} <= entered
    assert not {"locked.lock", "locked._gc_old", "service.create"} & entered


def test_what_extends_base_is_a_part_of_every_model() -> None:
    scan = assert_touches(f"""{APP}
class Log(models.Model):
    _name = "shop.log"
class Base(models.AbstractModel):
    _inherit = "base"
    def unlink(self):
        self.env["shop.log"].write({{}})
        return super().unlink()
    def log(self):
        self.env["shop.log"].write({{}})
class Touch(models.AbstractModel):
    _name = "touch"
    def _touch(self):
        with self.pool.cursor():  #> delete shop_line, update shop_log
            self.env["shop.line"].unlink()
        with self.pool.cursor():  #> delete sale_order, update shop_log
            self.env["sale.order"].unlink()
        with self.pool.cursor():  #> insert shop_line, update shop_log
            self.env["shop.line"].create({{}}).log()
""")
    assert not [one.name for one in scan.entry_points if one.name.endswith(".log")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('self.env["ir.sequence"].next_by_code("x")', "read ir_sequence"),
        ('self.env["ir.model"]._get("x").write({})', "read ir_model, update ir_model"),
        ('if not self.env["ir.model"]._get("x"):\n            order.create({})', "insert shop_order"),
        ("self.env.company.currency_id._convert(1, self.env.company.currency_id)", "read res_currency_rate"),
        ('self.env["bus.bus"]._sendone("x", "y", {})', "insert bus_bus"),
        ('self.env["stock.quant"]._update_available_quantity(1, 2)', "insert stock_quant, update stock_quant"),
    ],
)
def test_what_methods_of_odoos_own_models_are_known_for(body: str, expected: str) -> None:
    scan = assert_touches(f"""{APP}
class Touch(models.AbstractModel):
    _name = "touch"
    def touch(self):
        order = self.env["shop.order"]
        with self.env.registry.cursor() as cr:  #> {expected}
            {body.replace(chr(10), chr(10) + "    ")}
""")
    assert not [one.reason for transaction in scan.transactions for one in transaction.blind_spots]


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ('self.env["sale.order"].search([])._action_merge()', "call of _action_merge of sale.order, which is not read"),
        ('self.env["sale.order"].merge(self.env["sale.order"].id)', "call of merge of sale.order, which is not read"),
        ('self.env["sale.order"].action_confirm()', "call of action_confirm of sale.order, which is not read"),
        ('self.env["order"].track()', "call of track of mail.thread, which is not read"),
        ('self.env["shop.order"].track()', None),
        ('self.env["sale.order"].get("x")', None),
    ],
)
def test_methods_of_models_that_are_not_read_are_blind_spots(call: str, reason: str | None) -> None:
    scan = assert_touches(f"""{APP}
class Order(models.Model):
    _name = "order"
    _inherit = ["mail.thread"]
class Touch(models.AbstractModel):
    _name = "touch"
    def _make(self):
        return {call}
    def _touch(self):
        with self.pool.cursor():  #> update sale_order
            self.env["sale.order"].write({{}})
            self._make()
""")
    found = [one.reason for transaction in scan.transactions for one in transaction.blind_spots]
    assert set(found) == ({reason} if reason else set())
