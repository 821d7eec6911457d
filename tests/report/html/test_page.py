"""Does the page hold what it should, before a browser has seen it?"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import msgspec
import pytest
from click.testing import CliRunner

from boundary import api
from boundary.cli.main import boundary
from boundary.config import ContextSettings, Settings
from boundary.errors import InputError
from boundary.model.scan import Context, Scan, Split, Table
from boundary.report.html import render
from boundary.report.html.links import checked, link
from boundary.report.html.page import HERE, SCRIPTS
from boundary.report.json import render as render_json

if TYPE_CHECKING:
    from pathlib import Path

    from boundary.report.verdict import Verdict

FORGE = "https://forge.example/org/repo/blob/main/{file}#L{line}"


class Seen(HTMLParser):
    """What elements there are, what they refer to, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.words = ""
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src", "action", "srcset", "data"}]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_everything_is_inside(split_shop: Scan, shop_verdict: Verdict) -> None:
    seen = Seen(render(split_shop, shop_verdict))
    assert all(address.startswith("#") for address in seen.addresses)
    assert {address[1:] for address in seen.addresses} <= set(seen.ids)
    assert not {"link", "img", "iframe", "object", "embed"} & set(seen.tags)
    assert len(seen.ids) == len(set(seen.ids))


def test_places_are_links_where_the_forge_is_known(split_shop: Scan, shop_verdict: Verdict) -> None:
    seen = Seen(render(split_shop, shop_verdict, source_url=FORGE))
    assert "https://forge.example/org/repo/blob/main/shop/orders/services.py#L88" in seen.addresses


def test_no_word_of_the_source_is_markup(shop: Scan, shop_verdict: Verdict) -> None:
    evil = "\"'><img src=x onerror=alert(1)></script><script>alert(1)</script>{{ 7 * 7 }}\x1b[31m"
    context = Context(evil, (evil,), (evil,), (evil,))
    split = Split("strict", 0.0, (context,), shared=(evil,))
    bad = msgspec.structs.replace(
        shop,
        root=evil,
        tables=(*shop.tables, Table(evil)),
        transactions=tuple(msgspec.structs.replace(one, function=evil, file=evil) for one in shop.transactions),
        splits=(split,),
    )
    verdict = msgspec.structs.replace(shop_verdict, strict=split)
    page = render(bad, verdict, owners={evil: evil}, source_url=FORGE)
    seen, plain = Seen(page), Seen(render(shop, shop_verdict))
    assert "img" not in seen.tags
    assert seen.tags.count("script") == plain.tags.count("script")
    assert "\x1b" not in page
    assert "\\x1b[31m" in seen.words
    assert not [one for one in seen.addresses if one.startswith("javascript:")]


def test_a_scan_without_tables(shop_verdict: Verdict) -> None:
    bare = msgspec.structs.replace(shop_verdict, strict=None, tables=0)
    assert "There is no table to split by." in render(Scan(root="empty"), bare)


def test_every_part_of_the_script_is_used() -> None:
    assert {f"{name}.js" for name in SCRIPTS} == {file.name for file in (HERE / "script").iterdir()}


def test_every_part_can_stand_in_a_page() -> None:
    for file in (*(HERE / "script").iterdir(), HERE / "style.css"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"</(script|style)|<!--|innerHTML|outerHTML|insertAdjacentHTML|\beval\b", text), file


@pytest.mark.parametrize(
    ("file", "line", "address"),
    [
        ("shop/a.py", 7, "https://forge.example/org/repo/blob/main/shop/a.py#L7"),
        ("a b/#1?.py", None, "https://forge.example/org/repo/blob/main/a%20b/%231%3F.py#L1"),
        ("{line}/\"'<>.py", 2, "https://forge.example/org/repo/blob/main/%7Bline%7D/%22%27%3C%3E.py#L2"),
    ],
)
def test_link(file: str, line: int | None, address: str) -> None:
    assert link(FORGE, file, line) == address


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("javascript:alert(1)//{file}", "does not begin with https"),
        ("{file}", "does not begin"),
        ("https://x/", "has no"),
    ],
)
def test_a_template_that_gives_no_links(template: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        checked(template)


def test_command(split_shop: Scan, tmp_path: Path) -> None:
    document, page = tmp_path / "scan.json", tmp_path / "report.html"
    document.write_bytes(render_json(split_shop))
    arguments = ["report", str(document), "--format", "html", "-o", str(page), "--source-url", FORGE]
    done = CliRunner().invoke(boundary, arguments)
    assert done.exit_code == 0, done.output
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    wrong = CliRunner().invoke(boundary, ["report", str(document), "--source-url", FORGE])
    assert wrong.exit_code == 2
    assert "only --format html has links" in wrong.output


def test_declared_contexts_and_their_owners(split_shop: Scan, tmp_path: Path) -> None:
    (tmp_path / "CODEOWNERS").write_text("/shop/billing/ @billing\n", encoding="utf-8")
    settings = Settings(
        contexts={
            "sales": ContextSettings(modules=("shop.orders.**", "shop.billing.**"), owner="@sales"),
            "rest": ContextSettings(modules=("shop.catalog.**",)),
        }
    )
    page = api.render_html(split_shop, folder=tmp_path, config=settings)
    found = re.search(r'id="data">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    assert [data["strings"][one["name"]] for one in data["splits"]] == ["strict", "frontier-1", "declared"]
    owners = {data["strings"][file]: owner for _, file, _, owner in data["modules"]}
    assert data["strings"][owners["shop/orders/services.py"]] == "@sales"
    assert data["strings"][owners["shop/billing/api.py"]] == "@billing"
    assert owners["shop/catalog/views.py"] == -1


def test_render_knows_the_format(split_shop: Scan) -> None:
    assert api.render(split_shop, "html") == api.render_html(split_shop)
