"""Does a settlement do what it says, where it says it, and nothing else?"""

from __future__ import annotations

import pytest

from .settling import IMPORTS, assert_settled, rules, scan_settled, written

PLACE = """
def pay(amount):
    Charge.objects.create(amount=amount)

def tell(order):
    Log.objects.create()
    Stock.objects.update(left=1)

def place(order, log, table, thing):
    with transaction.atomic():
        order.save()
        gateway.charge(order)
        thing.handle(order)
        log.append_text("x")
        connection.cursor().execute("UPDATE %s SET x = 1" % table)
        tell(order)

def other():
    with transaction.atomic():
        tell(None)
"""
AS_FOUND = {"order?", "log", "stock"}
IN_PLACE = 'function = "shop.services.place"\n'


def line(text: str) -> int:
    return (IMPORTS + PLACE).split("\n").index(f"        {text}") + 1


def test_without_an_entry() -> None:
    scan, notes = scan_settled(PLACE, "")
    assert (written(scan, "place") - {"log?"}, notes) == (AS_FOUND, [])


@pytest.mark.parametrize(
    ("entry", "more", "less"),
    [
        pytest.param('call = "gateway.charge"\nreaches = ["shop.services.pay"]', {"charge"}, set(), id="external"),
        pytest.param('call = "thing.handle"\nreaches = "shop.services.pay"', {"charge"}, set(), id="unresolved"),
        pytest.param('call = "handle"\nwrites = ["shop_charge"]', {"charge"}, set(), id="end of a call"),
        pytest.param(
            'call = "tell"\nreaches = ["shop.services.pay"]', {"charge"}, {"log", "stock"}, id="resolved wrongly"
        ),
        pytest.param('call = "tell"', set(), {"log", "stock"}, id="does nothing"),
        pytest.param('call = "tell"\nnever = ["shop_stock"]', set(), {"stock"}, id="never a table"),
        pytest.param('call = "tell"\nnever = ["shop_st*"]', set(), {"stock"}, id="never tables"),
        pytest.param('never = ["shop_stock"]', set(), {"stock"}, id="never, in the whole function"),
        pytest.param('never = ["shop.services.tell"]', set(), {"log", "stock"}, id="never a function"),
        pytest.param('call = "order.save"\nnever = ["shop_order"]', set(), {"order?"}, id="never a guess"),
        pytest.param('call = "order.save"', set(), {"order?"}, id="a guess does nothing"),
        pytest.param('call = "order.save"\nwrites = ["shop_order"]', {"order"}, {"order?"}, id="a guess is right"),
        pytest.param('call = "order.save"\nwrites = ["shop_charge"]', {"charge"}, {"order?"}, id="a guess is wrong"),
        pytest.param('call = "order.save"\nlocks = ["shop_charge"]', {"charge"}, {"order?"}, id="locked here"),
        pytest.param('call = "order.save"\nreads = ["shop_charge"]', set(), {"order?"}, id="read here"),
        pytest.param('call = "execute"\nsql = "DELETE FROM shop_charge"', {"charge"}, set(), id="the statement"),
        pytest.param('call = "tell"\nwrites = ["shop_charge"]', {"charge"}, set(), id="what is known stays"),
    ],
)
def test_one_entry(entry: str, more: set[str], less: set[str]) -> None:
    scan = scan_settled(PLACE, f'[[settle]]\nreason = "r"\n{IN_PLACE}{entry}')
    assert scan[1] == []
    assert written(scan[0], "place") - {"log?"} == (AS_FOUND - less) | more
    assert written(scan[0], "other") == {"log", "stock"}


@pytest.mark.parametrize(
    ("text", "entry", "more"),
    [
        ("gateway.charge(order)", 'reaches = ["shop.services.pay"]', {"charge"}),
        ("thing.handle(order)", 'writes = ["shop_charge"]', {"charge"}),
        ('connection.cursor().execute("UPDATE %s SET x = 1" % table)', 'sql = "DELETE FROM shop_charge"', {"charge"}),
        ("tell(order)", 'never = ["shop_stock"]', set()),
    ],
)
def test_a_place_may_be_a_line(text: str, entry: str, more: set[str]) -> None:
    at = f'at = "services.py:{line(text)}"\n'
    scan, notes = scan_settled(PLACE, f'[[settle]]\nreason = "r"\n{at}{entry}')
    assert notes == []
    assert written(scan, "place") >= more
    assert "stock" in written(scan, "place") or "never" in entry


def test_what_is_added_is_certain_and_says_that_it_is_settled() -> None:
    entry = 'function = "**.place"\ncall = "thing.handle"\nwrites = ["shop_charge"]\nreads = ["shop_stock"]'
    scan, _ = scan_settled(PLACE, f'[[settle]]\nreason = "r"\n{entry}')
    assert rules(scan, "place", "shop_charge") == {("update", "certain", "settled")}
    assert ("read", "certain", "settled") in rules(scan, "place", "shop_stock")


def test_what_is_settled_is_no_blind_spot_any_more() -> None:
    before, _ = scan_settled(PLACE, "")
    entry = 'call = "thing.handle"\nreaches = ["shop.services.pay"]'
    after, _ = scan_settled(PLACE, f'[[settle]]\nreason = "r"\n{IN_PLACE}{entry}')
    spots = [[spot.reason for one in scan.transactions for spot in one.blind_spots] for scan in (before, after)]
    assert "call of thing.handle is not resolved" in spots[0]
    assert [reason for reason in spots[0] if "thing.handle" not in reason] == spots[1]


def test_a_guess_that_is_right_is_certain_all_the_way() -> None:
    entry = 'call = "log.append_text"\nreaches = ["shop.models.Log.append_text"]'
    scan, notes = scan_settled(PLACE, f'[[settle]]\nreason = "r"\n{IN_PLACE}{entry}')
    assert notes == []
    assert written(scan, "place") == {"order?", "log", "stock"}
    assert "log.append_text" not in {one.call for one in scan.guesses}


def test_one_call_of_a_line_is_settled_and_the_others_stay() -> None:
    source = """
def make():
    Charge.objects.create()

def place(thing):
    with transaction.atomic():
        thing.handle(make(), Stock.objects.create())
"""
    assert_settled(source, f'{IN_PLACE}call = "thing.handle"', "charge", "stock")
    assert_settled(source, f'{IN_PLACE}call = "make"', "stock")
    assert_settled(source, f'{IN_PLACE}call = "Stock.objects.create"\nnever = ["shop_stock"]', "charge")


def test_a_call_is_settled_in_the_transaction_that_it_stands_in() -> None:
    source = """
def place(thing):
    thing.before()
    with transaction.atomic():
        Stock.objects.create()
        with transaction.atomic():
            thing.inside()
    thing.after()
"""
    for call in ("thing.before", "thing.after"):
        assert_settled(source, f'{IN_PLACE}call = "{call}"\nwrites = ["shop_log"]', "stock")
    assert_settled(source, f'{IN_PLACE}call = "thing.inside"\nwrites = ["shop_log"]', "stock", "log")


@pytest.mark.parametrize(
    "target",
    [
        "shop.services.Gateway.charge",
        "shop.services.Gateway.shared",
        "shop.services.Gateway.made",
        "shop.services.safe",
    ],
)
def test_functions_of_every_kind_are_reached(target: str) -> None:
    source = """
class Gateway:
    def charge(self):
        Charge.objects.create()

    @staticmethod
    def shared():
        Charge.objects.create()

    @classmethod
    def made(cls):
        Charge.objects.create()

@transaction.atomic
def safe():
    Charge.objects.create()

def place(thing):
    with transaction.atomic():
        thing.handle()
"""
    assert_settled(source, f'{IN_PLACE}call = "thing.handle"\nreaches = ["{target}"]', "charge")


def test_a_class_that_is_reached_is_made() -> None:
    source = """
class Payment:
    def __init__(self):
        Charge.objects.create()

def place(thing):
    with transaction.atomic():
        thing.handle()
"""
    assert_settled(source, f'{IN_PLACE}call = "thing.handle"\nreaches = ["shop.services.Payment"]', "charge")


def test_never_reaches_through_many_calls_and_leaves_other_callers_alone() -> None:
    source = """
def low(again):
    Stock.objects.create()
    Log.objects.create()
    if again:
        middle()

def middle():
    low(True)

def place():
    with transaction.atomic():
        middle()

def other():
    with transaction.atomic():
        middle()
"""
    scan = assert_settled(source, f'{IN_PLACE}call = "middle"\nnever = ["shop_stock"]', "log")
    assert written(scan, "other") == {"log", "stock"}


def test_never_reaches_into_what_a_library_does() -> None:
    source = """
def place(order: Order):
    with transaction.atomic():
        order.save()
        Charge.objects.create()

def other(order: Order):
    with transaction.atomic():
        order.save()
"""
    scan = assert_settled(source, f'{IN_PLACE}call = "order.save"\nnever = ["shop_order"]', "charge")
    assert written(scan, "other") == {"order"}


def test_a_transaction_that_nothing_calls_any_more_is_still_listed() -> None:
    source = """
def safe():
    with transaction.atomic():
        Stock.objects.create()

def place():
    with transaction.atomic():
        safe()
"""
    scan = assert_settled(source, f'{IN_PLACE}call = "safe"')
    assert written(scan, "safe") == {"stock"}


def test_a_method_of_one_class_is_settled_for_that_class_alone() -> None:
    source = """
class Base:
    def place(self):
        with transaction.atomic():
            self.kind.handle()

class One(Base):
    pass

class Two(Base):
    pass

def run():
    One().place()
    Two().place()
"""
    entry = 'function = "shop.services.One.place"\ncall = "handle"\nwrites = ["shop_log"]'
    scan = assert_settled(source, entry, "log")
    found = {one.receiver: one.bound_tables for one in scan.transactions}
    assert found["shop.services.One"] == {"shop_log"}
    assert found["shop.services.Two"] == frozenset()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('function = "shop.services.plac"\ncall = "tell"', "no function 'shop.services.plac'; did you mean shop.serv"),
        (f'{IN_PLACE}call = "order.sav"', "no call 'order.sav' there; did you mean order.save?"),
        ('at = "services.py:900"\nwrites = ["shop_log"]', "no code that runs at services.py:900"),
        ('at = "nowhere.py:9"\nwrites = ["shop_log"]', "no code that runs at nowhere.py:9"),
        (f'{IN_PLACE}reaches = ["shop.services.pya"]', "shop.services has no 'pya'; did you mean pay?"),
        (f'{IN_PLACE}reaches = ["shop.services"]', "reaches: "),
        (f'{IN_PLACE}reaches = ["nowhere.at.all"]', "reaches: no module holds 'nowhere.at.all'"),
        (f'{IN_PLACE}reaches = ["shop.models.Log.apend_text"]', "no 'apend_text'; did you mean append_text?"),
        (f'{IN_PLACE}call = "execute"\nsql = "UPDTE x"', "sql: not understood: 'UPDTE x'"),
        (f'{IN_PLACE}never = ["shop_sock"]', "never: nothing there leads to shop_sock"),
        (f'{IN_PLACE}writes = ["shop_stok"]', "no other code knows a table 'shop_stok'; did you mean shop_stock?"),
    ],
)
def test_an_entry_that_fits_nothing_is_noted(entry: str, said: str) -> None:
    fits = 'function = "shop.services.place"\ncall = "tell"\nreason = "r"\n'
    scan, notes = scan_settled(PLACE, f'[[settle]]\n{fits}[[settle]]\nreason = "r"\n{entry}')
    assert [note.partition(" (")[0] for note in notes] == ["settle[1]"]
    assert said in notes[0]
    assert written(scan, "place") >= {"log?"}
