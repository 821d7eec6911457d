"""Does a picture hold what it should, is it small, and can nothing in a name act?"""

from __future__ import annotations

import os
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from click.testing import CliRunner

from boundary import api
from boundary.api import showing
from boundary.cli.main import boundary
from boundary.errors import NotDrawnError, UnknownNameError
from boundary.model.scan import Access, Context, ForeignKey, Frame, Module, Scan, Split, Table, Transaction
from boundary.report.json import render as render_json
from boundary.report.pictures import draw, layout
from tests.split.planted import Planted

if TYPE_CHECKING:
    from boundary.report.pictures.picture import Picture

SVG = "{http://www.w3.org/2000/svg}"
EVIL = '"\'><img src=x onerror=alert(1)></text><script>alert(1)</script>\x1b[31m\\N\\l{}|;%%\n]"click'
EVIL_FILE = "a \"quoted\" 'file'\x1b]0;title\x07.py"


def titles(picture: Picture) -> list[str]:
    return [node.title for node in picture.nodes]


def lines(picture: Picture, kind: str) -> set[tuple[str, str]]:
    names = titles(picture)
    return {(names[edge.source], names[edge.target]) for edge in picture.edges if edge.kind == kind}


@pytest.fixture
def parted(shop: Scan) -> Scan:
    """The shop with a second split, in which invoices are a context of their own."""
    orders, *others = shop.splits[0].contexts
    finer = Split(
        "finer",
        4.0,
        (
            msgspec.structs.replace(orders, tables=("audit_entry", "orders_order"), modules=("shop.orders.services",)),
            *others,
            Context("billing", ("billing_invoice",), ("shop.billing.api",)),
        ),
    )
    return msgspec.structs.replace(shop, splits=(*shop.splits, finer))


# --- what is drawn --------------------------------------------------------------------------------------


def test_the_map_has_contexts_what_they_need_and_what_they_share(parted: Scan) -> None:
    picture = api.picture(parted, base=parted.splits[1])
    assert sorted(titles(picture)) == ["accounts", "billing", "catalog", "orders"]
    assert lines(picture, "shares") == {("orders", "billing")} or lines(picture, "shares") == {("billing", "orders")}
    assert lines(picture, "uses") == {("billing", "orders")}  # the foreign key
    assert "4 contexts at price 4" in picture.note


def test_a_context_shows_what_is_glued_and_its_neighbours(parted: Scan) -> None:
    picture = api.picture(parted, "orders", base=parted.splits[1])
    (frame,) = picture.frames
    assert frame.title == "orders"
    assert [inner.note for inner in frame.frames] == ["glued by transactions: 2 tables"]
    assert {"orders_order", "audit_entry", "billing"} <= set(titles(picture))


def test_a_transaction_is_a_tree_that_marks_what_lies_elsewhere(parted: Scan) -> None:
    picture = api.picture(parted, "place_order", base=parted.splits[1])
    assert titles(picture)[0] == "services.place_order"
    assert len(picture.edges) == len(picture.nodes) - 1
    assert ("services.place_order", "api.create_invoice") in lines(picture, "calls")
    assert ("api.create_invoice", "billing_invoice") in lines(picture, "writes")
    assert [node.title for node in picture.nodes if node.foreign] == ["billing_invoice"]
    assert "3 blind spots" in picture.note


def test_functions_that_only_lead_on_are_one_node_in_a_deep_tree() -> None:
    way = tuple(Frame("a.py", number, f"m.step_{number}") for number in range(7))
    accesses = (
        Access("deep", "insert", "a.py", 90, "m.last", via=way),
        Access("half", "insert", "a.py", 91, "m.step_4", via=way[:4]),
    )
    one = Transaction("t", "block", "m.step_0", "a.py", 1, 99, accesses=accesses)
    picture = api.picture(Scan(root="deep", transactions=(one,)), "t", base=Split("strict", 0, ()))
    assert titles(picture) == ["m.step_0", "m.step_4", "half", "m.last", "deep"]
    assert picture.nodes[1].note == "through m.step_1, m.step_2, m.step_3"
    assert "m.step_5 called at a.py:4, then m.step_6 called at a.py:5" in picture.nodes[3].detail


def test_a_table_stands_between_its_writers_and_its_companions(shop: Scan) -> None:
    picture = api.picture(shop, "orders_order")
    assert lines(picture, "writes") == {("services.place_order", "orders_order")}
    assert lines(picture, "shares") == {("orders_order", "billing_invoice"), ("orders_order", "audit_entry")}


def test_two_tables_show_the_seam_that_parts_them(shop: Scan) -> None:
    picture = api.picture(shop, "orders_order", "billing_invoice")
    assert "glued by 1 transaction; 1 seam to relax" in picture.note
    assert ("services.place_order", "orders_order") in lines(picture, "writes")
    (seam,) = [node for node in picture.nodes if node.kind == "seam"]
    assert "api.py:44" in seam.note


def test_two_tables_that_a_chain_ties() -> None:
    def writes(name: str, *tables: str) -> Transaction:
        return Transaction(name, "block", name, "a.py", 1, 9, accesses=tuple(Access(one, "update") for one in tables))

    tables = tuple(Table(name) for name in "abc")
    scan = Scan(root="chain", tables=tables, transactions=(writes("f", "a", "b"), writes("g", "b", "c")))
    picture = api.picture(scan, "a", "c", base=Split("strict", 0, ()))
    assert picture.note.startswith("glued by a chain of 2 steps, 2 transactions")
    assert {"a", "b", "c", "f", "g"} <= set(titles(picture))
    apart = api.picture(msgspec.structs.replace(scan, transactions=()), "a", "c", base=Split("strict", 0, ()))
    assert apart.note == "not glued: no chain of transactions ties them"


def test_a_name_that_means_nothing(shop: Scan) -> None:
    with pytest.raises(UnknownNameError, match="orders_ordr"):
        api.picture(shop, "orders_ordr")
    with pytest.raises(UnknownNameError, match="orders_ordr"):
        api.picture(shop, "orders", "orders_ordr")


# --- large ones are summed up ---------------------------------------------------------------------------


@pytest.mark.slow
def test_what_is_large_is_summed_up_before_it_is_drawn() -> None:
    planted = Planted(contexts=40, tables=12, noise=0.2)
    scan = planted.scan(transactions=30)
    contexts = tuple(
        Context(f"context {number}", tuple(names), tuple(m.name for m in scan.modules if names[0] in m.name))
        for number, names in enumerate(planted.tables)
    )
    one = Context("everything", tuple(table.name for table in scan.tables), tuple(one.name for one in scan.modules))
    many, whole = Split("many", 0, contexts), Split("whole", 0, (one,))
    hub = Transaction(
        "hub", "block", "hub", "a.py", 1, 999, accesses=tuple(
            Access(table.name, "update", "b.py", line, f"step_{line}", via=(Frame("a.py", line, "hub"),))
            for line, table in enumerate(scan.tables)
        ),
    )  # fmt: skip
    scan = msgspec.structs.replace(scan, transactions=(*scan.transactions, hub))
    first, second = scan.tables[0].name, scan.tables[1].name
    pictures = [
        api.picture(scan, base=many),
        api.picture(scan, "everything", base=whole),
        api.picture(scan, "hub", base=many),
        api.picture(scan, first, base=many),
        api.picture(scan, first, second, base=many),
    ]
    for picture in pictures:
        assert len(picture.nodes) <= 48, picture.title
        assert len(picture.edges) <= 80, picture.title
    assert "left out" in pictures[0].note
    assert "24 smaller contexts" in titles(pictures[0])


def test_with_too_many_transactions_the_seams_are_left_to_explain(shop: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "PRICED_FOR_A_PICTURE", 1)
    picture = api.picture(shop, "orders_order", "billing_invoice")
    assert "boundary explain does it" in picture.note
    assert not [node for node in picture.nodes if node.kind == "seam"]


# --- formats --------------------------------------------------------------------------------------------


def pictures(scan: Scan) -> list[Picture]:
    context, table = scan.splits[0].contexts[0].name, scan.tables[0].name
    bound = sorted(scan.transactions[0].bound_tables)
    subjects = ((), (context,), (scan.transactions[0].id,), (table,), (bound[0], bound[1]))
    return [api.picture(scan, *subject, base=scan.splits[0]) for subject in subjects]


@pytest.fixture
def evil() -> Scan:
    """A monolith in which everything is called something that acts where it is not shown as text."""
    one, two, far = f"1{EVIL}", f"2{EVIL}", f"3{EVIL}"
    via = (Frame(EVIL_FILE, 3, EVIL),)
    accesses = (
        Access(one, "insert", EVIL_FILE, 2, EVIL),
        Access(two, "insert", EVIL_FILE, 4, EVIL, via=via),
        Access(far, "read", EVIL_FILE, 5, EVIL),
    )
    transaction = Transaction(EVIL, "block", EVIL, EVIL_FILE, 1, 9, receiver=EVIL, accesses=accesses)
    contexts = (Context(EVIL, (one, two), (EVIL,), (EVIL,)), Context(f"4{EVIL}", (far,), (f"5{EVIL}",)))
    return Scan(
        root=EVIL,
        modules=(Module(EVIL, EVIL_FILE, 1), Module(f"5{EVIL}", "other.py", 1)),
        tables=tuple(Table(name, model=EVIL, file=EVIL_FILE, line=1) for name in (one, two, far)),
        foreign_keys=(ForeignKey(one, far, "id"),),
        transactions=(transaction,),
        accesses=(*accesses, Access(one, "read", "other.py", 1, EVIL)),
        splits=(Split(EVIL, 0, contexts),),
    )


@pytest.fixture(params=["dot", "graphviz-pure"])
def program(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each of the two programs that can draw, alone."""
    name = str(request.param)
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip(f"{name} is not installed")
    monkeypatch.setattr(layout, "_program", lambda: found)
    return name


@pytest.mark.needs_graphviz
def test_nothing_in_a_name_acts_in_an_svg(evil: Scan, program: str) -> None:
    assert program
    for picture in pictures(evil):
        text = draw(picture, "svg").decode()
        assert "\x1b" not in text
        root = ET.fromstring(text)  # noqa: S314 - our own, and a parser that minds is the point
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {"svg", "title", "desc", "style", "g", "path", "polygon", "text", "ellipse", "polyline"}
        attributes = {name for element in root.iter() for name in element.attrib}
        assert not [name for name in attributes if name.startswith("on") or "href" in name]
        words = "".join(root.itertext())
        assert "<img src=x" in words
        assert "\\x1b" in words


@pytest.mark.needs_graphviz
def test_every_picture_can_be_drawn(shop: Scan, program: str) -> None:
    assert program
    for picture in pictures(shop):
        assert draw(picture, "png").startswith(b"\x89PNG")
        root = ET.fromstring(draw(picture, "svg").decode())  # noqa: S314 - our own
        assert root.findtext(f"{SVG}title") == picture.title
        assert "prefers-color-scheme: dark" in (root.findtext(f"{SVG}style") or "")
        said = {element.text for element in root.iter(f"{SVG}title")}
        assert not [one for one in said if one and re.fullmatch(r"n\d+(->n\d+)?|cluster.*|boundary", one)]


def test_nothing_in_a_name_acts_in_mermaid(evil: Scan) -> None:
    for picture in pictures(evil):
        text = draw(picture, "mermaid").decode()
        assert "\x1b" not in text
        drawing = [line for line in text.splitlines() if not line.startswith("%%")]
        assert "<" not in "".join(drawing).replace("<br/>", "").replace("<-->", "")
        for line in drawing:  # nothing but our own quotes around each label
            assert line.count('"') in {0, 2}, line
        assert len(drawing) < 40


def test_no_name_ends_a_string_of_dot(evil: Scan) -> None:
    for picture in pictures(evil):
        text = draw(picture, "dot").decode()
        assert "\x1b" not in text
        assert "<img" not in text
        assert "&lt;img src=x" in text


def test_golden_text(shop: Scan) -> None:
    assert (
        draw(api.picture(shop, "place_order"), "mermaid").decode().startswith("%% transaction services.place_order\n")
    )
    assert draw(api.picture(shop), "dot").decode().startswith("digraph boundary {\n")


# --- nobody to draw -------------------------------------------------------------------------------------


@pytest.fixture
def document(shop: Scan, tmp_path: Path) -> Path:
    file = tmp_path / "scan.json"
    file.write_bytes(render_json(shop))
    return file


def test_without_graphviz_there_is_text_and_a_sentence(
    document: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(layout, "_program", lambda: None)
    done = CliRunner().invoke(boundary, ["graph", str(document)])
    assert done.exit_code == 0
    assert done.stdout.startswith("digraph boundary {")
    assert "pip install 'boundary-contexts[pictures]'; this is the text for graphviz instead" in done.stderr
    done = CliRunner().invoke(boundary, ["graph", str(document), "-o", str(tmp_path / "map.png")])
    assert done.exit_code == 0
    assert not (tmp_path / "map.png").exists()
    assert (tmp_path / "map.gv").read_text().startswith("digraph")


@pytest.mark.parametrize(
    ("script", "told"),
    [("exec sleep 60", "took more than"), ("echo broken >&2; exit 1", "could not draw it: broken")],
)
def test_a_layout_that_takes_long_or_fails_is_given_up(
    script: str, told: str, shop: Scan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "dot"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(layout, "_program", lambda: str(program))
    monkeypatch.setattr(layout, "PATIENCE", 0.2 if "sleep" in script else 20.0)
    with pytest.raises(NotDrawnError, match=told):
        draw(api.picture(shop), "svg")


def test_a_program_that_is_gone(shop: Scan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_program", lambda: str(tmp_path / "gone"))
    with pytest.raises(NotDrawnError, match="cannot be run"):
        draw(api.picture(shop), "svg")


# --- the command ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "begins"), [("map.svg", b"<svg"), ("map.gv", b"digraph"), ("map.mmd", b"%% ")])
def test_the_format_follows_the_ending(document: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    done = CliRunner().invoke(boundary, ["graph", str(document), "-o", str(tmp_path / name)])
    assert done.exit_code == 0, done.output
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_png_goes_down_a_pipe(document: Path) -> None:
    done = CliRunner().invoke(boundary, ["graph", str(document), "orders_order", "billing_invoice", "--format", "png"])
    assert done.exit_code == 0
    assert done.stdout_bytes.startswith(b"\x89PNG")


def test_the_renderer_is_found_beside_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert Path(layout._program() or "").name == "graphviz-pure"


def test_an_unknown_name_is_the_users_mistake(document: Path) -> None:
    from boundary.cli.main import outcome

    assert outcome(["graph", str(document), "nobody"]) == 2
