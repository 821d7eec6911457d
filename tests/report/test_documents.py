"""Is the document what its schema says, and does it come back as it went?"""

from __future__ import annotations

import json as standard_json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import msgspec
import pytest

import boundary.report
from boundary.config import Settings, parse
from boundary.errors import InputError
from boundary.model.scan import Coupling, Module
from boundary.report import json, schema

if TYPE_CHECKING:
    from boundary.model.scan import Scan

PUBLISHED = Path(boundary.report.__file__).parent / "boundary-1.schema.json"


def test_published_schema_is_current(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--renew-golden"):
        PUBLISHED.write_bytes(schema.render())
    assert PUBLISHED.read_bytes() == schema.render()


@pytest.mark.parametrize("document", schema.DOCUMENTS)
def test_schema_is_a_schema(document: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema.schema_of(document))


def test_document_is_valid(shop: Scan) -> None:
    jsonschema.Draft202012Validator(schema.schema_of("scan")).validate(standard_json.loads(json.render(shop)))


@pytest.mark.parametrize(
    "wrong",
    [{"schema": "boundary/2"}, {"tables": [{}]}, {"transactions": [{"kind": "dance"}]}, {"files": 1, "root": 3}],
)
def test_schema_refuses(wrong: dict[str, object], shop: Scan) -> None:
    document = {**standard_json.loads(json.render(shop)), **wrong}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema.schema_of("scan")).validate(document)


def test_configuration_schema_knows_every_key() -> None:
    table = {"source-roots": ["src"], "contexts": {"orders": {"may-use": ["orders"]}}, "rules": {"BND301": "warn"}}
    jsonschema.Draft202012Validator(schema.schema_of("config")).validate(table)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema.schema_of("config")).validate({"source_roots": []})
    assert isinstance(parse(table, "boundary.toml"), Settings)


@pytest.mark.parametrize("piece", [1, 2, 7, 1000])
def test_a_document_in_pieces_is_the_document(piece: int, shop: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json, "PIECE", piece)
    calls = [Coupling("call", "shop.a", "shop.b", "shop/a.py", line, "shop.a.f", "shop.b.g") for line in range(1, 6)]
    coupled = msgspec.structs.replace(shop, couplings=tuple(calls))
    whole = msgspec.json.format(msgspec.json.encode(coupled), indent=1)
    for name in json.LINES:
        held = msgspec.json.format(msgspec.json.encode({name: getattr(coupled, name)}), indent=1)[2:-2]
        lines = b",\n  ".join(map(msgspec.json.encode, getattr(coupled, name)))
        assert whole.count(held) == 1
        whole = whole.replace(held, b' "%s": [\n  %s\n ]' % (name.encode(), lines))
    assert b"".join(json.pieces(coupled)) == whole + b"\n"


def test_document_comes_back(shop: Scan) -> None:
    assert json.parse(json.render(shop), "shop.json") == shop


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"", "shop.json: not a boundary/1 document"),
        (b'{"root": "\xff"}', "shop.json: not a boundary/1 document"),
        (b"{}", "missing required field `root`"),
        (b'{"root": "x", "schema": "boundary/2"}', "schema 'boundary/2'; this version reads boundary/1"),
        (b'{"root": "x", "tables": 3}', r"\$.tables"),
    ],
)
def test_no_document(document: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        json.parse(document, "shop.json")


def test_a_document_without_places_is_one() -> None:
    document = b'{"root": "x", "transactions": [{"id": "t", "kind": "request", "function": "f", "file": "", "line": 0,'
    document += b'"accesses": [{"table": "a", "op": "update"}]}]}'
    assert json.parse(document, "x").transactions[0].bound_tables == {"a"}


def test_a_file_name_that_is_not_unicode(shop: Scan) -> None:
    strange = msgspec.structs.replace(shop, modules=(Module("legacy", "caf\udce9.py", 1),))
    assert b'"caf\\\\udce9.py"' in json.render(strange)
    listed = msgspec.structs.replace(shop, couplings=(Coupling("call", "a", "b", "caf\udce9.py", 1, "a.f"),))
    assert b'"caf\\\\udce9.py"' in json.render(listed)


def test_schema_has_no_loose_ends() -> None:
    made = schema.schema_of("scan")
    assert msgspec.json.encode(made).count(b'"$ref"') > len(made["$defs"]) // 2
