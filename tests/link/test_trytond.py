"""Tryton: models by their names, put together from all modules; what clients call is a transaction."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

APP = """
# file: shop/models.py
from trytond.model import ModelSQL, ModelView, fields
class Party(ModelSQL, ModelView):
    __name__ = "party.party"
    name = fields.Char("Name")
    addresses = fields.One2Many("party.address", "party", "Addresses")
    categories = fields.Many2Many("party.party-party.category", "party", "category", "Categories")
class Address(ModelSQL):
    __name__ = "party.address"
    party = fields.Many2One("party.party", "Party", required=True, ondelete="CASCADE")
class Category(ModelSQL):
    __name__ = "party.category"
    _table = "party_kind"
class PartyCategory(ModelSQL):
    __name__ = "party.party-party.category"
    party = fields.Many2One("party.party", "Party", ondelete="CASCADE")
    category = fields.Many2One("party.category", "Category")
class Form(ModelView):
    __name__ = "party.form"
    party = fields.Many2One("party.party", "Party")
class Counted(ModelSQL):
    __name__ = "party.counted"
    @classmethod
    def table_query(cls):
        from trytond.pool import Pool
        address = Pool().get("party.address").__table__()
        return address.select(address.id)
# file: shop/work.py
from itertools import groupby
from trytond.model import ModelSQL, ModelView, Workflow, MultiValueMixin, ValueMixin, dualmethod, fields
from trytond.pool import Pool, PoolMeta
from trytond.transaction import Transaction
from trytond.wizard import Wizard, StateView, StateTransition
from trytond.rpc import RPC
"""


def test_tables() -> None:
    assert_tables(APP, "party_party", "party_address", "party_kind", "party_party-party_category")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('Party.create([{"name": "x"}])', "insert party_party"),
        ('Party(name="x").save()', "insert party_party"),
        ("Party.save([Party(), Party(1)])", "insert party_party, update party_party"),
        ('Party.write(Party.search([]), {"name": "x"})', "read party_party, update party_party"),
        ("party = Party(1)\n        party.name = 'x'\n        party.save()", "update party_party"),
        ("Party.copy(Party.browse([1]))",
         "insert party_party, insert party_address, insert party_party-party_category"),
        ('Party.create([{"addresses": [("create", [{}])]}])', "insert party_party, insert party_address"),
        ('Party.create([{"categories": [("add", [1])]}])', "insert party_party, insert party_party-party_category"),
        ('Party.write([], {"addresses": [("delete", [1])], "categories": [("remove", [1])]})',
         "update party_party, delete party_address, delete party_party-party_category"),
        ("party = Party()\n        party.addresses = [Address(), Address(1)]",
         "insert party_address, update party_address"),
        ("Party.delete(Party.search([]))",
         "delete party_party, delete party_address, delete party_party-party_category"),
        ("Category.delete([])", "delete party_kind, update party_party-party_category"),
        ("for one in Party.search([('addresses.party.name', '=', 'x')]):\n            one.save()",
         "read party_party, read party_address, update party_party"),
        ("Address.browse([1])[0].party.save()", "read party_address, read party_party, update party_party"),
        ("for one in Party(1).categories:\n            one.save()",
         "read party_party-party_category, update party_kind"),
        ("Party.lock()\n        Party.create([])", "lock party_party, insert party_party"),
        ("Counted.search([])\n        Party.create([])", "read party_address, insert party_party"),
        ("with Party.bulk_create() as create:\n            create.push({'name': 'x'})", "insert party_party"),
        ("with Address.bulk_save() as save:\n            save.extend([Address()])", "insert party_address"),
        ("cursor.execute(*table.insert([table.name], [['x']]))", "insert party_party"),
        ("cursor.execute(*table.update([table.name], ['x'], where=table.id.in_(other.select(other.party))))",
         "update party_party, read party_address"),
        ("cursor.execute(*table.delete(where=(table.id == 1) & ~table.id.in_(other.select())))",
         "delete party_party, read party_address"),
        ("cursor.execute(*table.join(other, condition=table.id == other.party).select())\n        Form().save()",
         "read party_party, read party_address, nothing"),
        ("Pool().get('account.move').create([])", "insert account_move"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"""{APP}
def touch():
    pool = Pool()
    Party, Address, Category = pool.get("party.party"), pool.get("party.address"), pool.get("party.category")
    Counted, Form = pool.get("party.counted"), pool.get("party.form")
    cursor, table, other = Transaction().connection.cursor(), Party.__table__(), Address.__table__()
    with Transaction().new_transaction():  #> {expected}
        {body}
""")


def test_classes_of_one_name_are_one() -> None:
    assert_touches(f"""{APP}
class Party(metaclass=PoolMeta):
    __name__ = "party.party"
    notes = fields.One2Many("party.note", "party", "Notes")
    @classmethod
    def create(cls, vlist):
        parties = super().create(vlist)
        Pool().get("party.log").create([{{}}])
        return parties
class Note(ModelSQL):
    __name__ = "party.note"
    party = fields.Many2One("party.party", "Party", ondelete="CASCADE")
class Log(ModelSQL):
    __name__ = "party.log"
class Late(metaclass=PoolMeta):
    __name__ = "party.party"
    @classmethod
    def validate_fields(cls, parties, names):
        super().validate_fields(parties, names)
        for party in parties:
            party.notes = [Pool().get("party.note")()]
def touch():
    with Transaction().new_transaction():  #> insert party_party, insert party_log, insert party_note
        Pool().get("party.party").create([{{}}])
    with Transaction().set_context(a=1):  #> no transaction
        Pool().get("party.log").create([{{}}])
""")


def test_calls_of_clients_are_transactions() -> None:
    source = f"""{APP}
class Sale(Workflow, ModelSQL, ModelView):
    __name__ = "sale.sale"
    lines = fields.One2Many("sale.line", "sale", "Lines")
    paid = fields.One2Many("sale.payment", "sale", "Paid", readonly=True)
    parties = fields.Function(fields.One2Many("party.party", None, "Parties"), "get_parties", setter="set_parties")
    @classmethod
    def __setup__(cls):
        super().__setup__()
        cls.__rpc__.update({{"remind": RPC(readonly=False, instantiate=0), "look": RPC()}})
    @classmethod  #> insert sale_sale, insert sale_line
    def copy(cls, sales, default=None):
        default = default.copy() if default else {{}}
        default.setdefault("paid", None)
        return super().copy(sales, default=default)
    @classmethod
    def set_parties(cls, sales, name, value):
        pass
    @classmethod  #> update sale_sale, update sale_line
    @ModelView.button
    @Workflow.transition("done")
    def process(cls, sales):
        for sale in sales:
            sale.number_lines()
        cls.__queue__.later(sales)
    @dualmethod
    def number_lines(cls, sales):
        for sale in sales:
            for line in sale.lines:
                line.save()
    @classmethod  #> insert party_kind
    def later(cls, sales):
        Pool().get("party.category").create([{{}}])
    @classmethod  #> insert party_party
    def remind(cls, sales):
        Pool().get("party.party").create([{{}}])
    @classmethod
    def look(cls, sales):
        Pool().get("party.party").create([{{}}])
class Line(ModelSQL):
    __name__ = "sale.line"
    sale = fields.Many2One("sale.sale", "Sale")
class Payment(ModelSQL):
    __name__ = "sale.payment"
class Cancel(Wizard):
    __name__ = "sale.cancel"
    start = StateView("sale.line", "view", [])
    cancel = StateTransition()
    def transition_cancel(self):  #> update sale_sale?, insert sale_line
        self.start.save()
        self.record.save()
        return "end"
class Cron(metaclass=PoolMeta):
    __name__ = "ir.cron"
    @classmethod
    def __setup__(cls):
        super().__setup__()
        cls.method.selection.append(("sale.payment|settle", "Settle"))
class Settled(metaclass=PoolMeta):
    __name__ = "sale.payment"
    @classmethod  #> update sale_payment
    def settle(cls):
        cls.write(cls.search([]), {{}})
"""
    entered = {f"{one.kind} {one.name}" for one in assert_touches(source).entry_points}
    assert {"rpc sale.sale.process", "rpc sale.cancel.transition_cancel", "rpc sale.payment.settle"} <= entered
    assert "rpc sale.sale.look" not in entered


def test_rows_that_clients_store() -> None:
    assert_touches(f"""{APP}
class A(ModelSQL):  #> insert a, insert b | update a, write b | delete a, delete b
    __name__ = "a"
    b = fields.One2Many("b", "a", "B")
    c = fields.One2Many("c", "a", "C", readonly=True)
    @classmethod  #> insert a, insert b
    def copy(cls, rows, default=None):
        default = dict(default or {{}})
        default["c"] = None
        return super().copy(rows, default)
class B(ModelSQL):  #> insert b | update b | delete b | insert b
    __name__ = "b"
    a = fields.Many2One("a", "A", ondelete="CASCADE")
class C(ModelSQL):
    __name__ = "c"
    a = fields.Many2One("a", "A", ondelete="RESTRICT")
class V(ModelSQL, MultiValueMixin):  #> insert v, write v_held | update v, write v_held | delete v | insert v
    __name__ = "v"
    x = fields.MultiValue(fields.Char("X"))
class Held(ModelSQL, ValueMixin):
    __name__ = "v.held"
    x = fields.Char("X")
""")


def test_values_that_depend_on_something() -> None:
    assert_touches(f"""{APP}
sequence = fields.Many2One("ir.sequence", "Sequence")
class Configuration(ModelSQL, MultiValueMixin):
    __name__ = "config"
    sequence = fields.MultiValue(sequence)
class ConfigurationSequence(ModelSQL, ValueMixin):
    __name__ = "config.sequence"
    sequence = sequence
def touch():
    with Transaction().new_transaction():  #> update ir_sequence
        Pool().get("config")(1).get_multivalue("sequence", company=1).save()
    with Transaction().new_transaction():  #> update ir_sequence
        for kind in some.kinds:
            Pool().get("config")(1).get_multivalue(f"{{kind}}quence").save()
    with Transaction().new_transaction():  #> update ir_sequence
        name = some.kind.replace(".", "_")
        Pool().get("config")(1).get_multivalue(name + "quence", company=1).save()
    with Transaction().new_transaction():  #> insert config_sequence, update config_sequence
        Pool().get("config")(1).set_multivalue("sequence", 1)
""")


def test_the_server_beside_its_modules_gives_way_to_what_is_known_of_it() -> None:
    assert_touches(f"""{APP}
def touch():
    with Transaction().new_transaction():  #> insert party_party
        Pool().get("party.party").create([{{}}])
# file: trytond/model/__init__.py
from .modelsql import ModelSQL
# file: trytond/model/modelsql.py
class ModelSQL:
    @classmethod
    def create(cls, vlist):
        raise NotImplementedError
""")


def test_routes() -> None:
    assert_touches(f"""{APP}
from trytond.wsgi import app
@app.route("/orders", methods=["POST"])  #> insert party_party
def order(request, pool):
    Pool().get("party.party").create([{{}}])
""")


def test_routes_with_a_pool() -> None:
    assert_touches(f"""{APP}
from trytond.protocols.wrappers import with_pool, with_transaction
from trytond.wsgi import app
@app.route("/<database_name>/orders")  #> insert party_party
@with_pool
@with_transaction(readonly=False)
def order(request, pool):
    pool.get("party.party").create([{{}}])
""")


def test_defaults() -> None:
    assert_touches(f"""{APP}
class Order(ModelSQL):
    __name__ = "order"
    number = fields.Char("Number")
    @staticmethod
    def default_number():
        Pool().get("party.category").search([])
def touch():
    with Transaction().new_transaction():  #> insert order, read party_kind
        Pool().get("order").create([{{}}])
""")


def test_modules_that_lie_beside_one_another() -> None:
    assert_touches(f"""{APP}
from trytond.modules.base.mixin import Logged
class Sale(Logged, ModelSQL):
    __name__ = "sale"
def touch():
    with Transaction().new_transaction():  #> insert sale, insert log
        Pool().get("sale").create([{{}}])
# file: modules/base/mixin.py
from trytond.pool import Pool
class Logged:
    @classmethod
    def create(cls, vlist):
        Pool().get("log").create([{{}}])
        return super().create(vlist)
""")


def test_a_wizard_that_is_about_several_models() -> None:
    assert_touches(f"""{APP}
class ShipmentIn(ModelSQL):
    __name__ = "stock.shipment.in"
    def assign_try(self):
        self.save()
class ShipmentOut(ModelSQL):
    __name__ = "stock.shipment.out"
    def assign_try(self):
        self.save()
class Location(ModelSQL):
    __name__ = "stock.location"
    def assign_try(self):
        self.save()
class Assign(Wizard):
    __name__ = "stock.shipment.assign"
    start = StateTransition()
    def transition_start(self):  #> update stock_shipment_in?, update stock_shipment_out?
        self.record.assign_try()
        return "end"
""")


def test_values_in_several_languages() -> None:
    assert_touches(f"""{APP}
class Translation(ModelSQL):
    __name__ = "ir.translation"
class Unit(ModelSQL):
    __name__ = "unit"
    name = fields.Char("Name", translate=True)
    factor = fields.Float("Factor")
def touch():
    Unit = Pool().get("unit")
    with Transaction().new_transaction():  #> insert unit, insert ir_translation
        Unit.create([{{}}])
    with Transaction().new_transaction():  #> update unit, insert ir_translation
        Unit.write(Unit.browse([1]), {{"name": "x"}})
    with Transaction().new_transaction():  #> update unit
        Unit.write(Unit.browse([1]), {{"factor": 1}})
""")
