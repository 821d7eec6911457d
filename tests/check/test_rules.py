"""What does each rule find, and what does it leave alone?"""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boundary.check.evidence import weighed
from boundary.check.examine import examine
from boundary.check.rules import all_rules, page
from boundary.config import ContextSettings
from boundary.model.findings import Ignore, Severity
from boundary.model.scan import Coupling, Table, UnreadableFile
from tests.check.pictures import (
    CONTEXTS,
    INVOICE,
    PLACE,
    access,
    calls,
    found,
    frame,
    imports,
    joins,
    picture,
    references,
    scan,
    transaction,
)

ORDERS, BILLING, API = "shop.orders.services", "shop.billing.models", "shop.billing.api"
QUIET: dict[str, Severity] = {"BND901": "off"}
"""Small scans have no tables for some patterns."""
HELPER = "shop.core.db.unit_of_work"


def with_context(name: str, **changes: object) -> dict[str, ContextSettings]:
    return {**CONTEXTS, name: msgspec.structs.replace(CONTEXTS[name], **changes)}


# --- BND101, BND102: code -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "contexts", "expected"),
    [
        ("shop.billing.models.Invoice", CONTEXTS, {("orders", "billing", ORDERS, BILLING)}),
        ("shop.billing.api.create_invoice", CONTEXTS, set()),
        ("shop.orders.models.Order", CONTEXTS, set()),
        ("shop.catalog.models.Product", CONTEXTS, {("orders", "catalog", ORDERS, "shop.catalog.models")}),
        ("shop.catalog.models.Product", with_context("orders", may_use=("catalog",)), set()),
        ("shop.billing.api.pay", with_context("orders", may_use=("catalog",)), {("orders", "billing", ORDERS, API)}),
        ("shop.billing.models.Invoice", {"orders": CONTEXTS["orders"]}, set()),
    ],
)
def test_bnd101(name: str, contexts: dict[str, ContextSettings], expected: set[object]) -> None:
    assert found("BND101", picture(imports(ORDERS, name), contexts=contexts)) == expected


RECALCULATE = "shop.billing.models.Invoice.recalculate"
PRODUCT = "shop.catalog.models.Product.recalculate"
NUMBER = "shop.billing.models.next_number"


@pytest.mark.parametrize(
    ("parts", "seen"),
    [
        ([calls(PLACE, RECALCULATE)], True),
        ([calls(PLACE, INVOICE)], False),
        ([calls(PLACE, RECALCULATE, because="signal")], False),
        ([calls(PLACE, RECALCULATE, deferred=True)], True),
        ([calls(PLACE, RECALCULATE), imports(BILLING, ORDERS)], False),
        ([calls(PLACE, RECALCULATE), imports(BILLING, ORDERS), imports(ORDERS, API)], True),
        ([calls(PLACE, RECALCULATE), calls(PLACE, PRODUCT)], False),
        ([calls(PLACE, RECALCULATE), calls(PLACE, "shop.billing.models.Credit.recalculate")], False),
        ([calls(PLACE, RECALCULATE), calls(PLACE, PRODUCT), imports(ORDERS, API)], True),
        ([calls(PLACE, NUMBER), imports(API, NUMBER)], True),
        ([calls(PLACE, NUMBER), imports(API, NUMBER), imports(ORDERS, f"{API}.next_number")], False),
        ([calls(PLACE, NUMBER), imports(API, NUMBER), imports(ORDERS, API)], False),
        ([calls(PLACE, RECALCULATE), imports(API, f"{BILLING}.Invoice"), imports(ORDERS, API)], True),
        ([calls(PLACE, RECALCULATE), imports(API, f"{BILLING}.Invoice"), imports(ORDERS, f"{API}.Invoice")], False),
    ],
)
def test_bnd102(parts: list[Coupling], seen: bool) -> None:  # noqa: FBT001 - a column of the table
    expected = {("orders", "billing", PLACE, parts[0].target)} if seen else set()
    assert found("BND102", picture(*parts)) == expected


# --- BND201 to BND204: data -----------------------------------------------------------------------------


def test_bnd201_and_bnd202() -> None:
    seen = picture(
        access("billing_invoice"),
        access("orders_order", line=9),
        access("billing_invoice", "update", line=11),
        access("billing_note", "delete", line=12, because="cascade"),
        access("billing_paper", line=13, rule="join"),
        access("stray", "insert", line=14),
    )
    assert found("BND201", seen) == {("orders", "billing", PLACE, "billing_invoice")}
    assert found("BND202", seen) == {("orders", "billing", PLACE, "billing_invoice")}


def test_code_that_serves_any_model_knows_none() -> None:
    save = "shop.orders.services.Audited.save"
    seen = picture(*(access(table, "update", save, 40) for table in ("orders_order", "billing_invoice", "catalog_x")))
    assert found("BND202", seen) == set()
    assert found("BND202", picture(access("billing_invoice", "update", save, 40))) != set()


def test_a_table_belongs_to_the_context_of_its_model_where_no_pattern_names_it() -> None:
    tables = (
        Table("ledger", file="shop/billing/models.py", line=3),
        Table("imported", model="shop.billing.models.Imported"),
        Table("orders_ledger", file="shop/billing/models.py", line=9),
    )
    owners = picture(*tables).owners.tables
    assert owners == {"ledger": "billing", "imported": "billing", "orders_ledger": "orders"}


def test_bnd203() -> None:
    seen = picture(
        joins("billing_invoice", "orders_order"),
        joins("orders_line", "orders_order"),
        joins("billing_invoice", "catalog_product"),
    )
    assert found("BND203", seen) == {
        ("orders", "billing", PLACE, "orders_order with billing_invoice"),
        ("billing", "catalog", PLACE, "billing_invoice with catalog_product"),
    }


@pytest.mark.parametrize(
    ("on_delete", "ops"),
    [
        (None, ["reference"]),
        ("DO_NOTHING", ["reference"]),
        ("PROTECT", ["reference"]),
        ("CASCADE", ["cascade", "reference"]),
        ("set null", ["cascade", "reference"]),
    ],
)
def test_bnd204(on_delete: str | None, ops: list[str]) -> None:
    seen = picture(references("billing_invoice", "orders_order", on_delete), references("orders_line", "orders_order"))
    findings = list(all_rules()["BND204"].check(seen))
    assert sorted(one.op for one in findings) == ops
    assert {(one.from_, one.to, one.symbol) for one in findings} == {("billing", "orders", "billing_invoice.other_id")}


# --- BND301, BND302: transactions -----------------------------------------------------------------------


def test_bnd301_tells_each_foreign_table_of_each_transaction() -> None:
    seen = picture(
        transaction(
            access("orders_order", "insert"),
            access("billing_invoice", "lock", INVOICE, via=(frame(PLACE, 20),)),
            access("billing_line", "insert", INVOICE, via=(frame(PLACE, 20),)),
            access("catalog_product"),
        )
    )
    assert found("BND301", seen) == {
        ("orders", "billing", PLACE, "billing_invoice"),
        ("orders", "billing", PLACE, "billing_line"),
    }
    (region,) = {one.region for one in all_rules()["BND301"].check(seen)}
    assert region is not None
    assert [(one.table, one.foreign) for one in region.statements] == [
        ("orders_order", False),
        ("billing_invoice", True),
        ("billing_line", True),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        [access("orders_order", "insert"), access("billing_invoice")],
        [access("billing_invoice", "insert"), access("billing_line", "insert")],
        [access("orders_order", "insert"), access("stray", "insert")],
        [access("orders_order", "insert"), access("billing_far", "insert"), Table("billing_far", database="far")],
    ],
)
def test_bnd301_leaves_alone_what_one_commit_can_do_in_one_context(parts: list[object]) -> None:
    accesses = [part for part in parts if not isinstance(part, Table)]
    tables = [part for part in parts if isinstance(part, Table)]
    assert found("BND301", picture(transaction(*accesses), *tables)) == set()  # type: ignore[arg-type]


def test_bnd301_of_code_that_nobody_owns_tells_every_table() -> None:
    stray = "shop.stray.checkout"
    seen = picture(
        transaction(access("orders_order", "insert", stray), access("billing_invoice", "insert", stray), function=stray)
    )
    assert found("BND301", seen) == {("", "orders", stray, "orders_order"), ("", "billing", stray, "billing_invoice")}


def test_bnd301_is_a_guess_where_one_side_is() -> None:
    guessed = access("orders_order", "insert", confidence="guessed")
    (finding,) = all_rules()["BND301"].check(picture(transaction(guessed, access("billing_invoice", "insert"))))
    assert finding.confidence == "guessed"
    (warned,) = (one for one in examine(picture(transaction(guessed, access("billing_x", "insert"))), QUIET).findings)
    assert warned.severity == "warn"


def test_a_transaction_through_a_helper_is_that_of_its_user() -> None:
    body = (access("orders_order", "insert", line=20), access("billing_invoice", "insert", line=21))
    assert found("BND301", picture(transaction(*body, function=HELPER))) == {
        ("orders", "billing", PLACE, "billing_invoice")
    }
    wrapper = "shop.core.db.transactional.<locals>.inner"
    wrapped = tuple(msgspec.structs.replace(one, via=(frame(wrapper, 5),)) for one in body)
    seen = picture(transaction(*wrapped, function=wrapper))
    assert found("BND301", seen) == {("orders", "billing", PLACE, "billing_invoice")}
    (opened,) = (one.site for one in all_rules()["BND301"].check(seen))
    assert (opened and opened.file, opened and opened.line) == ("shop/orders/services.py", 20)


def test_bnd302() -> None:
    reads = access("billing_invoice", "read", INVOICE, via=(frame(PLACE, 20),))
    seen = picture(transaction(reads), calls(PLACE, INVOICE, line=40), calls(PLACE, RECALCULATE, line=15))
    assert found("BND302", seen) == {
        ("orders", "billing", PLACE, INVOICE),
        ("orders", "billing", PLACE, RECALCULATE),
    }
    later = picture(transaction(access("orders_order", "insert")), calls(PLACE, INVOICE, line=15, deferred=True))
    assert found("BND302", later) == set()


def test_bnd302_tells_the_way_to_the_call() -> None:
    helper = "shop.orders.models.touch"
    reads = access("billing_invoice", "read", INVOICE, via=(frame(PLACE, 20), frame(helper, 30)))
    (told,) = all_rules()["BND302"].check(picture(transaction(reads)))
    assert (str(told.site), told.via) == ("shop/orders/models.py:30", (frame(PLACE, 20),))


@pytest.mark.parametrize(("line", "indirect"), [(20, False), (30, False), (40, True)])
def test_a_change_on_the_way_makes_a_finding_its_own(line: int, indirect: bool) -> None:  # noqa: FBT001 - a column of the table
    reads = access("billing_invoice", "read", INVOICE, via=(frame(PLACE, 20), frame("shop.orders.models.touch", 30)))
    found_new = all_rules()["BND302"].check(picture(transaction(reads)))
    (told,) = weighed(found_new, {}, lambda _, touched: touched == line)
    assert told.indirect is indirect


# --- BND401, BND402, BND501: the whole ------------------------------------------------------------------


def test_bnd401() -> None:
    seen = picture(access("stray"), Table("django_session", model="django.contrib.sessions.models.Session"))
    assert {one[2] for one in found("BND401", seen)} == {"stray"}
    one = {"orders": CONTEXTS["orders"]}
    assert "shop.billing.api" in {each[2] for each in found("BND401", picture(contexts=one))}


def test_bnd402() -> None:
    seen = picture(
        access("billing_invoice", "insert", INVOICE),
        access("billing_invoice", "update"),
        access("orders_order", "insert"),
        access("stray", "insert", line=20),
        access("stray", "insert", INVOICE, line=21),
    )
    assert found("BND402", seen) == {
        ("orders", "billing", "billing_invoice", "billing_invoice"),
        ("orders", "", "stray", "stray"),
        ("billing", "", "stray", "stray"),
    }


def test_bnd501() -> None:
    there, back = imports(ORDERS, API), imports(API, "shop.orders.models.Order")
    assert found("BND501", picture(there)) == set()
    assert {one[:2] for one in found("BND501", picture(there, back))} == {("orders", "billing"), ("billing", "orders")}
    key = references("billing_invoice", "orders_order")
    assert {one[:2] for one in found("BND501", picture(there, key))} == {("orders", "billing"), ("billing", "orders")}
    side = imports(ORDERS, "shop.catalog.models.Product")
    assert ("orders", "catalog") not in {one[:2] for one in found("BND501", picture(there, back, side))}


# --- hygiene --------------------------------------------------------------------------------------------


def test_bnd901_and_bnd907() -> None:
    contexts = {
        **CONTEXTS,
        "billing": ContextSettings(modules=("shop.billing.**", "shop.biling.**"), tables=("b_*",), public=("shop.x",)),
        "other": ContextSettings(modules=("shop.billing.**",)),
    }
    seen = picture(contexts={name: contexts[name] for name in ("billing", "other")})
    assert {one[3] for one in found("BND901", seen)} == {"shop.biling.**", "b_*", "shop.x"}
    assert {one[2] for one in found("BND907", seen)} == {"shop.billing.api", "shop.billing.models"}
    closer = ContextSettings(modules=("shop.billing.api",))
    seen = picture(contexts={"billing": CONTEXTS["billing"], "edge": closer})
    assert found("BND907", seen) == set()
    assert seen.of_module("shop.billing.api") == "edge"


def test_bnd902() -> None:
    assert found("BND902", picture(unreadable=(UnreadableFile("a.py", "no"),))) == {("", "", "a.py", "")}


def ignore(rule: str, line: int = 11, **more: object) -> Ignore:
    return Ignore("shop/orders/services.py", line, (rule,), **{"reason": "later", **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given_", "rules"),
    [
        ([ignore("BND202")], []),
        ([ignore("BND202", until="2026-06-01")], []),
        ([ignore("BND202", until="2026-05-31")], ["BND202", "BND905"]),
        ([ignore("BND201")], ["BND202", "BND904"]),
        ([ignore("BND202", line=12)], ["BND202", "BND904"]),
        ([ignore("BND202", fault="it has no reason")], ["BND202", "BND906"]),
        ([ignore("BND301")], ["BND202", "BND906"]),
    ],
)
def test_ignores(given_: list[Ignore], rules: list[str]) -> None:
    seen = picture(access("billing_invoice", "update", line=11), ignores=tuple(given_))
    assert [one.rule for one in sorted(examine(seen, QUIET).findings, key=lambda one: one.rule)] == rules


def test_every_place_of_a_finding_has_to_be_ignored() -> None:
    parts = access("billing_invoice", "update", line=11), access("billing_invoice", "update", line=15)
    (left,) = examine(picture(*parts, ignores=(ignore("BND202"),)), QUIET).findings
    assert [site.line for site in left.sites] == [15]


def test_a_rule_that_is_off_finds_nothing_and_leaves_its_ignores_alone() -> None:
    seen = picture(access("billing_invoice", "update", line=11), ignores=(ignore("BND202"),))
    assert examine(seen, {**QUIET, "BND202": "off"}).findings == ()


# --- all of them ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", all_rules())
def test_every_rule_has_a_page(rule: str) -> None:
    text = page(rule)
    assert text.startswith(f"{rule}: ")
    assert "Why it matters: " in text
    assert "Ways out: " in text
    assert all(len(line) <= 120 for line in text.splitlines())


def test_the_ids_are_those_that_are_promised() -> None:
    code, rest = "101 102 201 202 203 204 301 302 401 402 501", "901 902 903 904 905 906 907"
    assert list(all_rules()) == [f"BND{number}" for number in f"{code} {rest}".split()]
    assert all(re.fullmatch(r"[a-z]\S*( \S+)*", rule.title) for rule in all_rules().values())


PARTS = st.lists(
    st.sampled_from(
        [
            imports(ORDERS, "shop.billing.models.Invoice"),
            imports(API, "shop.orders.models.Order"),
            calls(PLACE, RECALCULATE),
            joins("billing_invoice", "orders_order"),
            references("billing_invoice", "orders_order", "CASCADE"),
            references("orders_line", "catalog_product"),
            access("billing_invoice", "update", line=41),
            access("catalog_product", line=42),
            access("stray", "insert", line=43),
            access("stray", "insert", INVOICE, line=44),
            transaction(access("orders_order", "insert"), access("billing_invoice", "insert", INVOICE)),
            transaction(
                access("orders_order", "insert", "shop.stray.a"),
                access("billing_invoice", "insert", "shop.stray.a"),
                access("catalog_product", "insert", "shop.stray.a"),
                function="shop.stray.a",
            ),
        ]
    ),
    unique_by=str,
)


@settings(max_examples=60, deadline=None)
@given(PARTS, st.data())
def test_taking_coupling_away_never_adds_a_finding(parts: list[object], data: st.DataObject) -> None:
    fewer = data.draw(st.lists(st.sampled_from(parts), unique_by=str)) if parts else []
    before, after = ({one.fingerprint for one in examine(picture(*each), QUIET).findings} for each in (parts, fewer))
    assert after <= before


def test_nothing_is_found_in_nothing() -> None:
    assert examine(picture(), QUIET).findings == ()
    assert scan().modules
