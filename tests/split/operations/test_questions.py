"""What a split means for those who run it: a question a test, on one small shop whose contexts are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from boundary.model.scan import (
    Access,
    Context,
    Deferred,
    EntryPoint,
    ForeignKey,
    Frame,
    Module,
    Relaxed,
    Scan,
    Seam,
    SettingRead,
    Split,
    Table,
    Transaction,
)
from boundary.split.operations.questions import QUESTIONS, answers
from boundary.split.operations.retries import repeats

if TYPE_CHECKING:
    from boundary.model.operations import Answer, Line

ORDERS, STOCK, MAIL = "shop/orders.py", "shop/stock.py", "shop/mail.py"


def read(table: str, file: str, line: int, rule: str = "orm") -> Access:
    return Access(table, "read", file, line, f"{file.removesuffix('.py').replace('/', '.')}.f{line}", rule=rule)


PLACE = Transaction(
    "place",
    "block",
    "shop.orders.place",
    ORDERS,
    10,
    accesses=(
        Access("order", "insert", ORDERS, 11, "shop.orders.place"),
        Access("mail", "insert", MAIL, 5, "shop.mail.queue", via=(Frame(ORDERS, 12, "shop.orders.place"),)),
    ),
)
SEAM = Seam(ORDERS, 12, "shop.orders.place", "shop.mail.queue")
SCAN = Scan(
    root="shop",
    modules=tuple(Module(f.removesuffix(".py").replace("/", "."), f, 9) for f in (ORDERS, STOCK, MAIL, "shop/core.py")),
    tables=tuple(map(Table, ("order", "line", "item", "shelf", "mail"))),
    foreign_keys=(
        ForeignKey("line", "item", "item_id", "CASCADE", ORDERS, 3),
        ForeignKey("line", "order", "order_id", "CASCADE", ORDERS, 4),
        ForeignKey("mail", "order", "order_id", "PROTECT", MAIL, 3),
    ),
    entry_points=(
        EntryPoint("route", "/place", "shop.orders.view", ORDERS, 30, (*PLACE.accesses, read("item", ORDERS, 31))),
        EntryPoint("route", "/items", "shop.stock.view", STOCK, 30, (read("item", STOCK, 31),)),
        EntryPoint("signal", "sent", "shop.mail.sent", MAIL, 40, (read("order", MAIL, 41), read("mail", MAIL, 41))),
        EntryPoint(
            "task", "count", "shop.stock.count", STOCK, 50, (Access("shelf", "update", STOCK, 51, rule="increment"),)
        ),
    ),
    deferred=(
        Deferred(
            ORDERS,
            13,
            "shop.orders.place",
            "shop.stock.note",
            (
                Access("item", "insert", STOCK, 61, rule="upsert"),
                Access("item", "update", STOCK, 62, rule="orm"),
                Access("shelf", "insert", STOCK, 63, rule="orm"),
            ),
        ),
    ),
    transactions=(PLACE,),
    accesses=(
        *(read("item", ORDERS, line) for line in (31, 32, 33)),
        read("item", STOCK, 31),
        Access("item", "update", STOCK, 62, "shop.stock.note"),
        read("order", MAIL, 41),
        Access("order", "update", ORDERS, 71, "shop.orders.pay"),
        read("line", ORDERS, 80, "orm"),
        msgspec.structs.replace(read("item", ORDERS, 80, "join"), function="shop.orders.report"),
        msgspec.structs.replace(read("line", ORDERS, 80, "orm"), function="shop.orders.report"),
    ),
    settings_read=(
        SettingRead("setting", "RATE", ORDERS, 90, "shop.orders.rate"),
        SettingRead("setting", "RATE", STOCK, 90, "shop.stock.rate"),
        SettingRead("setting", "SENDER", MAIL, 90, "shop.mail.send"),
        SettingRead("environment", "SHOP_RATE", "shop/core.py", 1, "shop.core", "RATE"),
        SettingRead("environment", "SECRET", "shop/core.py", 2, "shop.core", "SECRET_KEY"),
    ),
)
SPLIT = Split(
    "asked",
    1.0,
    (
        Context("orders", ("line", "order"), ("shop.orders",), ("/place",)),
        Context("stock", ("item", "shelf"), ("shop.stock",), ("/items", "count")),
        Context("mail", ("mail",), ("shop.mail",)),
    ),
    relaxed=(Relaxed(SEAM, 1, "outbox", ("place",), ("mail",)),),
)
FOUND = dict(zip((ask.__name__ for ask, _ in QUESTIONS), answers(SCAN, SPLIT), strict=True))


def lines(question: str) -> dict[str, Line]:
    return {line.subject: line for line in FOUND[question].lines}


def places(line: Line) -> list[str]:
    return [f"{one.file}:{one.line}" for one in line.evidence]


@pytest.mark.parametrize("answer", FOUND.values(), ids=FOUND)
def test_every_line_has_evidence_or_is_about_a_context(answer: Answer) -> None:
    names = {context.name for context in SPLIT.contexts}
    assert all(line.evidence or line.subject in names for line in answer.lines)
    assert answer.summary.endswith(".")


def test_entry_points_that_compose_several_contexts() -> None:
    found = lines("composing")
    assert list(found) == ["route /place"]
    assert found["route /place"].contexts == ("orders", "stock", "mail")
    assert found["route /place"].words == "needs 3, writes to several: a saga"
    assert places(found["route /place"]) == [f"{ORDERS}:30", f"{ORDERS}:11", f"{ORDERS}:31", f"{MAIL}:5"]


def test_what_still_answers() -> None:
    found = lines("outages")
    assert found["orders"].words.startswith("down: 2 of 3 still answer; of 1 that fail 0 belong to other contexts")
    assert found["stock"].words.startswith(
        "down: 0 of 3 still answer; of 3 that fail 1 belong to other contexts, and 1 of these only read here"
    )
    assert found["mail"].words.startswith("down: 2 of 3 still answer; of 1 that fail 1 belong to other contexts, and 0")
    assert places(found["stock"]) == [f"{ORDERS}:30"]


def test_tables_to_copy() -> None:
    found = lines("replicas")
    assert list(found) == ["item"]  # order is written in two places and read from elsewhere in one
    assert found["item"].words == "of stock, read from elsewhere in 4 places, written in 1"
    assert found["item"].contexts == ("orders",)


def test_joins_and_foreign_keys() -> None:
    assert {name: places(line) for name, line in lines("joining").items()} == {"item with line": [f"{ORDERS}:80"]}
    keys = lines("references")
    assert list(keys) == ["mail.order_id", "line.item_id"]
    assert "has to ask here first" in keys["mail.order_id"].words
    assert "deletes here" in keys["line.item_id"].words


def test_reports_are_told_by_their_names() -> None:
    assert {name: line.contexts for name, line in lines("reporting").items()} == {
        "shop.orders.report": ("orders", "stock")
    }


def test_settings_and_what_feeds_them() -> None:
    found = FOUND["configuration"].lines
    copied = {(line.subject, line.words.split(",")[0]): line.contexts for line in found if "copied" in line.words}
    assert copied == {("RATE", "setting"): ("orders", "stock"), ("SHOP_RATE", "environment"): ("orders", "stock")}
    each = {line.subject: line.words for line in found if line.words.startswith("needs")}
    assert each == {
        "orders": "needs 1 settings and 1 environment variables",
        "stock": "needs 1 settings and 1 environment variables",
        "mail": "needs 1 settings and 0 environment variables",
        "code that all share": "needs 0 settings and 1 environment variables",
    }


def test_what_a_retry_repeats() -> None:
    found = lines("retries")
    assert set(found) == {"shop.stock.count", "shop.stock.note", "shop.mail.queue"}
    assert places(found["shop.stock.note"]) == [f"{ORDERS}:13", f"{STOCK}:63"]
    assert found["shop.mail.queue"].words == "by outbox in this split; a second run would repeat 1 write: mail"


@pytest.mark.parametrize(
    ("op", "rule", "repeated"),
    [
        ("insert", "orm", True),
        ("insert", "upsert", False),
        ("update", "orm", False),
        ("update", "increment", True),
        ("delete", "orm", False),
        ("read", "orm", False),
    ],
)
def test_which_writes_repeat(op: str, rule: str, repeated: bool) -> None:  # noqa: FBT001 - a case
    assert repeats(Access("t", op, rule=rule)) is repeated  # type: ignore[arg-type] # one of the operations


def test_a_row_that_a_relation_adds_is_added_once() -> None:
    assert not repeats(Access("t", "insert", because="m2m", rule="orm"))


def test_what_is_read_only_to_be_written_is_no_reason_for_a_copy() -> None:
    deleting = Access("item", "delete", ORDERS, 90, "shop.orders.clear", rule="orm")
    finding = [
        Access("item", "read", ORDERS, 90, "shop.orders.clear", rule="orm"),
        *(Access("item", "read", ORDERS, line, "shop.orders.clear", "certain", "cascade") for line in range(91, 99)),
    ]
    scan = msgspec.structs.replace(SCAN, accesses=(*SCAN.accesses, deleting, *finding))
    found = dict(zip((ask.__name__ for ask, _ in QUESTIONS), answers(scan, SPLIT), strict=True))
    assert found["replicas"].lines == ()  # four reads from elsewhere beside two writes


def test_a_context_that_others_work_with_is_bare() -> None:
    assert "0 accesses of its own" not in lines("bare").get("orders", FOUND["bare"].lines[0]).words
    assert lines("bare")["mail"].words == "mail; no entry point, 1 access of its own and 0 of others"


def test_the_cheapest_leaves_first() -> None:
    found = FOUND["extraction"].lines
    assert [line.subject for line in found] == ["stock", "mail", "orders"]
    assert [len(line.evidence) for line in found] == [0, 1, 1]
    assert "stays as what is left" in found[-1].words


def test_the_number_of_contexts() -> None:
    assert FOUND["number"].summary == "3 contexts of 2, 2, 1 tables."
    assert lines("number")["mail"].words == "only 1 of 5 tables; no entry point: nobody outside calls it"


def test_what_a_document_says_nothing_of_is_not_asked() -> None:
    bare = Scan(root="r", tables=SCAN.tables, transactions=SCAN.transactions)
    split = msgspec.structs.replace(SPLIT, contexts=tuple(Context(one.name, one.tables) for one in SPLIT.contexts))
    assert [one.question for one in answers(bare, split)] == ["The number of contexts", "The order of extraction"]


def test_lambdas_that_only_hand_on_are_left_out() -> None:
    inner = SCAN.deferred[0]
    wrapped = msgspec.structs.replace(inner, calls="shop.orders.place.<locals>.<lambda>")
    scan = msgspec.structs.replace(SCAN, deferred=(wrapped, inner))
    retried = next(one for one in answers(scan, SPLIT) if "retry" in one.question)
    assert "shop.orders.place.<locals>.<lambda>" not in {line.subject for line in retried.lines}
