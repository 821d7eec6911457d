"""Is a configuration read as it is meant, and refused with file and key where it cannot be meant?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from boundary.config import (
    DEFAULT_EXCLUDE,
    ContextSettings,
    Settings,
    Settlement,
    load,
    parse,
    settlement_toml,
    to_toml,
)
from boundary.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

FULL = """
source-roots = ["src"]
exclude = ["**/generated/**"]
sql-dialect = "postgres"
environment = ".venv/lib/python3.13/site-packages"
settings-module = "shop.settings"
baseline = "quality/boundary"

[contexts.orders]
modules = ["shop.orders.**"]
tables = ["orders_*"]
public = ["shop.orders.api"]
may-use = ["catalog"]
owner = "@team-orders"

[contexts.catalog]

[rules]
BND203 = "warn"

[[settle]]
function = "shop.orders.services.*"
call = "gateway.charge"
writes = ["billing_charge"]
reason = "the gateway is chosen at run time"
"""


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_everything_has_a_default(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    found = load(tmp_path)
    assert found.file is None
    assert found.settings == Settings()
    assert found.settings.exclude == DEFAULT_EXCLUDE


def test_every_key(tmp_path: Path) -> None:
    write(tmp_path, "boundary.toml", FULL)
    settings = load(tmp_path).settings
    assert settings.source_roots == ("src",)
    assert settings.environment == str(tmp_path.resolve() / ".venv/lib/python3.13/site-packages")
    assert settings.contexts["orders"].may_use == ("catalog",)
    assert settings.contexts["catalog"] == ContextSettings()
    assert settings.rules == {"BND203": "warn"}
    assert settings.settle[0].writes == ("billing_charge",)


def test_pyproject_says_the_same(tmp_path: Path) -> None:
    own = write(tmp_path / "own", "boundary.toml", FULL)
    shared_text = re.sub(r"(?m)^(\[+)", r"\1tool.boundary.", FULL)
    shared = write(tmp_path / "shared", "pyproject.toml", "[tool.boundary]" + shared_text)
    assert load(own.parent).settings.contexts == load(shared.parent).settings.contexts
    assert load(own.parent).settings.settle == load(shared.parent).settings.settle


def test_settings_come_back_from_their_text(tmp_path: Path) -> None:
    settings = Settings(
        source_roots=("a b",),
        sql_dialect='quo"te\n\\',
        contexts={"order entry": ContextSettings(owner="é")},
        rules={"BND301": "off"},
        settle=(Settlement(function="f", call="g", reason="r"),),
    )
    assert load(write(tmp_path, "boundary.toml", to_toml(settings)).parent).settings == settings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('sql-dialct = "x"', "sql-dialct: no such key; did you mean sql-dialect?"),
        ('source_roots = ["src"]', "source_roots: no such key; did you mean source-roots?"),
        ("zzz = 1", "zzz: no such key; known are baseline, contexts, environment"),
        ('[contexts.orders]\nmodule = ["x"]', "contexts.orders.module: no such key; did you mean modules?"),
        ("[contexts]\norders = 1", "contexts.orders: expected object, got int"),
        ("contexts = 1", "contexts: expected a table"),
        (
            '[contexts.orders]\nmay-use = ["catalgo"]\n[contexts.catalog]',
            "may-use: no context 'catalgo'; did you mean catalog",
        ),
        ('source-roots = "src"', "source-roots: expected array, got str"),
        ('exclude = ["a", 3]', r"exclude[1]: expected str, got int"),
        ("[contexts.orders]\nowner = 3", "contexts.orders.owner: expected str | null, got int"),
        ('[rules]\nBND203 = "loud"', "rules.BND203: expected error, warn or off"),
        ('[rules]\njoins = "warn"', "rules.joins: not the id of a rule, such as BND301"),
        ("settle = 1", "settle: expected tables, each under [[settle]]"),
        ('[[settle]]\nfunction = "f"\ncall = "g"', "settle[0]: missing key reason"),
        ('[[settle]]\nfuntion = "f"', "settle[0].funtion: no such key; did you mean function?"),
        ('[[settle]]\nreason = "r"', "settle[0]: missing key function or at: the place that is settled"),
        (
            '[[settle]]\nfunction = "f"\nreason = "r"',
            "settle[0]: missing key reaches, sql, writes, reads, locks or never",
        ),
        ('[[settle]]\nat = "f.py"\nreason = "r"\nsql = "x"', "settle[0].at: expected file:line, got 'f.py'"),
        ('[[settle]]\nat = "f.py:0"\nreason = "r"\nsql = "x"', "settle[0].at: expected file:line, got 'f.py:0'"),
        ('[[settle]]\nfunction = "f"\ncall = "g"\nreason = " "', "settle[0].reason: say why, to the next reader"),
        (
            '[[settle]]\nfunction = "f"\nreason = "r"\nwrite = ["t"]',
            "settle[0].write: no such key; did you mean writes?",
        ),
        ('[[settle]]\nfunction = "f"\nreason = "r"\nnevr = ["t"]', "settle[0].nevr: no such key; did you mean never?"),
        ('[[settle]]\nfunction = "f"\nreason = "r"\nreaches = 1', "settle[0].reaches: expected str | array, got int"),
        ("[[[", "not valid TOML"),
        ("a." * 501 + "b = 1", "not valid TOML: a key of more than 500 parts"),
        ("a = " + "9" * 5_000, "not valid TOML: Exceeds the limit"),
        ("a = " + "[" * 2_000, "not valid TOML: it nests deeper than can be read"),
        ("#" * 5_000_001, "is larger than 5 MB"),
    ],
)
def test_refused_with_file_and_key(text: str, said: str, tmp_path: Path) -> None:
    file = write(tmp_path, "boundary.toml", text)
    with pytest.raises(ConfigurationError) as caught:
        load(tmp_path)
    assert str(caught.value).startswith(f"{file}: ")
    assert said in str(caught.value)


def test_an_entry_of_settle_as_text_says_what_it_says_and_no_more(tmp_path: Path) -> None:
    entry = Settlement(function="f", call="g", reaches="h", never=("t", "u"), reason='a "reason"')
    text = settlement_toml(entry)
    assert text.splitlines() == [
        "[[tool.boundary.settle]]",
        'function = "f"',
        'call = "g"',
        'reaches = "h"',
        'never = ["t", "u"]',
        'reason = "a \\"reason\\""',
    ]
    assert load(write(tmp_path, "pyproject.toml", text).parent).settings.settle == (entry,)


def test_not_text(tmp_path: Path) -> None:
    (tmp_path / "boundary.toml").write_bytes(b"owner = '\xff'")
    with pytest.raises(ConfigurationError, match="not UTF-8"):
        load(tmp_path)


def test_configured_twice(tmp_path: Path) -> None:
    write(tmp_path, "boundary.toml", "")
    write(tmp_path, "pyproject.toml", "[tool.boundary]")
    with pytest.raises(ConfigurationError, match="configured twice"):
        load(tmp_path)


def test_tool_boundary_is_a_table(tmp_path: Path) -> None:
    write(tmp_path, "pyproject.toml", "[tool]\nboundary = 3")
    with pytest.raises(ConfigurationError, match=r"tool\.boundary: expected a table"):
        load(tmp_path)


def test_the_nearest_counts_up_to_the_repository(tmp_path: Path) -> None:
    write(tmp_path, "boundary.toml", 'sql-dialect = "outside"')
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    shop = tmp_path / "repo" / "src" / "shop"
    shop.mkdir(parents=True)
    assert load(shop).file is None
    write(tmp_path / "repo", "pyproject.toml", '[tool.boundary]\nsource-roots = ["src/shop/code", "src", "other"]')
    write(shop, "pyproject.toml", "[project]\nname = 'shop'")
    assert load(shop).settings.source_roots == ("code",)
    assert load(tmp_path / "repo").settings.source_roots == ("src/shop/code", "src", "other")


def test_a_named_file_counts_alone(tmp_path: Path) -> None:
    write(tmp_path, "boundary.toml", 'sql-dialect = "mysql"')
    named = write(tmp_path / "elsewhere", "mine.toml", 'sql-dialect = "oracle"')
    assert load(tmp_path, named).settings.sql_dialect == "oracle"


def test_parse_names_the_file_it_is_given() -> None:
    with pytest.raises(ConfigurationError, match=r"^here: x: no such key"):
        parse({"x": 1}, "here")
