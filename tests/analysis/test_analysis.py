"""Does an analysis answer as it promises, and show itself so that nothing in a name acts?"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd
import pytest

import boundary
from boundary.analysis import rows
from boundary.analysis.analysis import Analysis
from boundary.analysis.rows import Rows, frame
from boundary.errors import InputError, NotDrawnError, UnknownNameError
from boundary.report.pictures import layout
from tests.analysis.hostile import EVIL, evil_scan

if TYPE_CHECKING:
    from boundary.model.scan import Scan

ROOT = Path(__file__).parent.parent.parent


class Tags(HTMLParser):
    """What elements and attributes a piece of HTML has, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


# --- facts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("tables", "written_by"),
        ("transactions", "writes"),
        ("accesses", "transaction"),
        ("couplings", "kind"),
        ("entry_points", "writes"),
        ("modules", "lines"),
        ("blind_spots", "reason"),
    ],
)
def test_the_tables_of_facts_are_data_frames(m: Analysis, name: str, column: str) -> None:
    table = getattr(m, name)
    assert isinstance(table, pd.DataFrame)
    assert column in table.columns


def test_the_numbers_agree_with_the_document(m: Analysis) -> None:
    scan = m.scan
    tables: Any = m.tables.set_index("name")
    writers = [one for one in scan.distinct() if "inv_stock" in one.bound_tables]
    assert tables.loc["inv_stock", "written_by"] == len(writers)
    assert len(m.transactions) == len(scan.distinct()) < len(scan.transactions)  # a helper opens one of them
    assert set(m.couplings["kind"]) >= {"import", "call", "foreign key"}
    inside = m.accesses[m.accesses["transaction"].notna()]
    assert len(inside) == sum(len(one.accesses) for one in scan.distinct())


def test_without_pandas_there_are_rows(m: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "_pandas", lambda: None)
    table = m.tables
    assert isinstance(table, Rows)
    assert len(table) == len(m.scan.tables)
    assert table[0]["name"] == m.scan.tables[0].name
    assert [row["name"] for row in table[:2]] == [one.name for one in m.scan.tables[:2]]
    assert table["name"] == [one.name for one in m.scan.tables]
    with pytest.raises(KeyError):
        table["nothing"]
    assert repr(table).splitlines()[-1] == f"... {len(table)} rows"
    assert "<table>" in table._repr_html_()


@pytest.mark.slow
def test_nothing_of_notebooks_is_imported_for_an_analysis() -> None:
    heavy = ["pandas", "anywidget", "IPython", "ipywidgets", "matplotlib", "graphviz"]
    script = (
        "import sys, boundary; m = boundary.analyze('samples/ledger', cache=False); repr(m); str(m.summary); "
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_the_graph_has_all_kinds_with_their_evidence(m: Analysis) -> None:
    graph = m.graph
    assert isinstance(graph, nx.MultiDiGraph)
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"module", "table", "transaction", "entry point"}
    kinds = {data["kind"] for *_, data in graph.edges(data=True)}
    assert kinds >= {"imports", "calls", "opens", "reads", "writes", "locks", "references", "cascades", "defers"}
    for *_, data in graph.edges(data=True):
        assert data.keys() == {"kind", "file", "line", "confidence", "evidence"}
    one = next(one for one in m.scan.transactions if one.bound_tables)
    written = {
        target.removeprefix("table ")
        for _, target, kind in graph.out_edges(f"transaction {one.id}", data="kind")
        if kind in {"writes", "locks"}
    }
    assert written == one.bound_tables


@pytest.mark.slow
def test_any_executor_reads(m: Analysis) -> None:
    with ThreadPoolExecutor(2) as executor:
        again = boundary.analyze(ROOT / "samples" / "shop", executor=executor, cache=False)
    assert again.scan.transactions == m.scan.transactions


def test_progress_is_told() -> None:
    told: list[str] = []
    boundary.analyze(
        ROOT / "samples" / "ledger",
        cache=False,
        progress=lambda stage, done, total: told.append(f"{stage}{done}{total}"),
    )
    assert any(stage.startswith("splitting") for stage in told)


@pytest.mark.slow
def test_a_kept_document_is_as_good(m: Analysis, tmp_path: Path) -> None:
    m.save(tmp_path / "shop.json")
    again = boundary.analyze(tmp_path / "shop.json")
    assert [one.name for one in again.frontier] == [one.name for one in m.frontier]
    assert again.folder is None
    with pytest.raises(InputError, match="no work tree"):
        again.split().check()


# --- splits ---------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_split_by_number_name_and_wishes(m: Analysis) -> None:
    strict = m.split()
    assert strict.name == "strict"
    finest = m.frontier[-1]
    assert m.split(len(finest)).price <= finest.price
    assert m.split(name="packages").name == "packages"
    assert m.split(name=finest.name).value == finest.value
    together = m.split(len(finest), together=(("orders_order", "catalogue_product"),))
    assert together.homes["orders_order"] == together.homes["catalogue_product"]
    with pytest.raises(UnknownNameError, match="no split is called"):
        m.split(name="fronteir-1")
    with pytest.raises(InputError, match="not by both"):
        m.split(3, name="strict")


def test_the_frontier_is_a_sequence_with_names(m: Analysis) -> None:
    frontier = m.frontier
    assert frontier["strict"].value == frontier[0].value
    assert len(frontier[:1]) == 1
    assert list(frontier.table["split"]) == [one.name for one in frontier]
    assert frontier.chart._repr_mimebundle_()["image/svg+xml"].startswith("<svg")
    with pytest.raises(KeyError):
        frontier["nothing"]


def test_what_a_split_tells(m: Analysis) -> None:
    split = m.frontier[-1]
    assert len(split.contexts) == len(split)
    assert list(split.seams["order"]) == list(range(1, len(split.value.relaxed) + 1))
    assert {"metric", "value", "better", "meaning"} == set(split.metrics.columns)
    assert "shared transaction" in set(split.couplings["kind"])
    assert "shared transaction" not in set(m.split().couplings["kind"])
    assert str(split.operations()).strip()
    assert "class" in split.emit("router")


def test_whatif_takes_changes_as_on_the_command_line(m: Analysis) -> None:
    split = m.frontier[-1]
    answer = split.whatif("move orders_event shipping", boundary.Change("merge", ("orders", "billing")))
    assert answer.before.price == split.price
    assert len(answer.after) == len(split) - 1
    assert answer.cut
    assert {"metric", "before", "after"} == set(answer.metrics.columns)
    assert "move orders_event shipping" in str(answer)


def test_check_judges_by_the_split(m: Analysis) -> None:
    strict, finest = m.split().check(), m.frontier[-1].check()
    assert strict.counts["BND301"] == 0
    assert finest.counts["BND301"] > 0
    assert finest.fails
    assert "BND301" in str(finest)
    assert set(finest.findings["rule"]) >= {"BND301"}


def test_explain_and_picture_answer_for_names(m: Analysis) -> None:
    assert "glued" in str(m.explain("catalogue_product", "inv_stock"))
    assert m.frontier[-1].explain("orders", "inventory").markdown.startswith("# ")
    with pytest.raises(UnknownNameError):
        m.explain("nobody")
    with pytest.raises(UnknownNameError):
        m.picture("nobody")


# --- how it shows itself --------------------------------------------------------------------------------


def everything(m: Analysis) -> list[Any]:
    split, tables = m.frontier[-1], [one.name for one in m.scan.tables]
    return [
        m,
        m.summary,
        m.frontier,
        m.frontier.chart,
        split,
        split.operations(),
        split.whatif(boundary.Change("merge", tuple(one.name for one in split.value.contexts[:2]))),
        m.explain(tables[0]),
        m.explain(tables[0], tables[1]),
        m.picture(),
        split.picture(),
        split.picture(split.value.contexts[0].name),
        m.picture(tables[0], tables[1]),
    ]


@pytest.mark.slow
def test_every_answer_has_text_and_something_better(m: Analysis) -> None:
    for one in everything(m):
        bundle = one._repr_mimebundle_()
        assert bundle["text/plain"].strip()
        assert bundle.keys() & {"text/html", "image/svg+xml"}
    for checked in (m.split().check(),):
        assert "<table>" in checked._repr_mimebundle_()["text/html"]


def assert_harmless(bundle: dict[str, Any]) -> None:
    for kind in ("text/plain", "text/html", "image/svg+xml"):
        assert "\x1b" not in bundle.get(kind, ""), kind
        if kind != "text/plain":
            seen = Tags(bundle.get(kind, ""))
            assert not seen.tags & {"img", "script", "iframe", "a", "foreignObject"}
            assert not [name for name in seen.attributes if name.startswith("on")]


@pytest.fixture
def evil() -> Scan:
    return evil_scan()


def test_nothing_in_a_name_acts_in_an_answer(evil: Scan) -> None:
    shown = ""
    for one in everything(Analysis(evil)):
        bundle = one._repr_mimebundle_()
        assert_harmless(bundle)
        shown += Tags(bundle.get("text/html", "")).words
    assert "<img src=x onerror=alert(1)>" in shown
    assert "\\x1b" in shown


@pytest.mark.parametrize("with_pandas", [True, False])
def test_nothing_in_a_name_acts_in_a_table(evil: Scan, monkeypatch: pytest.MonkeyPatch, *, with_pandas: bool) -> None:
    if not with_pandas:
        monkeypatch.setattr(rows, "_pandas", lambda: None)
    m = Analysis(evil)
    split = m.frontier[-1]
    tables = [m.tables, m.transactions, m.accesses, m.couplings, m.entry_points, m.modules, m.blind_spots]
    for table in [*tables, split.contexts, split.seams, split.couplings]:
        assert_harmless({"text/plain": repr(table), "text/html": table._repr_html_()})


def test_without_a_renderer_a_picture_says_what_to_install(m: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "_program", lambda: None)
    drawing = m.picture()
    assert "pip install 'boundary-contexts[pictures]'" in drawing._repr_mimebundle_()["text/plain"]
    with pytest.raises(NotDrawnError):
        drawing.draw("svg")
    assert drawing.draw("mermaid").startswith(b"%% ")


def test_a_picture_is_saved_by_its_ending(m: Analysis, tmp_path: Path) -> None:
    for name, begins in (("a.svg", b"<svg"), ("a.png", b"\x89PNG"), ("a.gv", b"digraph"), ("a.mmd", b"%%")):
        m.picture().save(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(begins)


def test_rows_show_tuples_and_nothing() -> None:
    table = Rows(("a", "b"), [(("x", "y"), None), (EVIL, 1)])
    assert repr(table).splitlines()[1].startswith("x, y")
    assert isinstance(frame(("a",), [(1,)]), pd.DataFrame)
