"""Files of SQL from the folder to the document: read, cached, in the dialect that is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.api import explain, scan
from boundary.config import Settings
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """
CREATE TABLE orders (id serial PRIMARY KEY);
CREATE TABLE audit (what text, more jsonb);
CREATE VIEW named AS SELECT * FROM orders;
BEGIN;
INSERT INTO orders DEFAULT VALUES;
DELETE FROM audit;
COMMIT;
"""
MIGRATION = '''
from django.db import migrations

class Migration(migrations.Migration):
    operations = [migrations.RunSQL("""
        CREATE FUNCTION log_it() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO audit VALUES ('x'); RETURN NULL; END $$;
        CREATE TRIGGER orders_log AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION log_it();
    """)]
'''


def test_from_the_folder_to_the_document(tmp_path: Path) -> None:
    shop = grow(tmp_path / "shop", {"db/schema.sql": SCHEMA, "shop/migrations/0001_log.py": MIGRATION})
    found = scan(shop, cache=tmp_path / "cache")
    assert (found.dialect, [module.name for module in found.modules]) == ("postgres", ["db.schema.sql"])
    script = next(one for one in found.transactions if one.kind == "sql_script")
    assert {(access.op, access.table, access.because) for access in script.accesses} == {
        ("insert", "orders", None),
        ("delete", "audit", None),
        ("insert", "audit", "trigger"),
    }
    assert found.completeness.files == 1
    assert found.completeness.sql_strings == found.completeness.sql_understood > 0
    assert "an access to it is an access to: orders" in explain(found, "named")
    assert "db.schema.sql" in explain(found, "orders")
    again = scan(shop, cache=tmp_path / "cache")
    assert msgspec.structs.replace(again, completeness=found.completeness) == found


def test_a_changed_file_changes_the_answer(tmp_path: Path) -> None:
    shop = grow(tmp_path / "shop", {"db/schema.sql": SCHEMA})
    before = scan(shop, cache=tmp_path / "cache")
    grow(tmp_path / "shop", {"db/schema.sql": SCHEMA.replace("DELETE FROM audit", "DELETE FROM orders")})
    after = scan(shop, cache=tmp_path / "cache")
    assert [one.bound_tables for one in before.transactions] == [{"orders", "audit"}]
    assert [one.bound_tables for one in after.transactions] == [{"orders"}]


def test_the_dialect_that_is_set_counts(tmp_path: Path) -> None:
    shop = grow(tmp_path, {"db/a.sql": 'UPDATE Orders SET a = "b";'})
    assert [one.name for one in scan(shop, cache=False, config=Settings(sql_dialect="postgres")).tables] == ["orders"]
    assert [one.name for one in scan(shop, cache=False, config=Settings(sql_dialect="tsql")).tables] == ["Orders"]


def test_a_file_that_does_not_tell_is_read_like_the_others(tmp_path: Path) -> None:
    files = {
        "db/a.sql": "CREATE TABLE Stock (a serial, b jsonb) ; SELECT a::text FROM Stock;",
        "db/b.sql": "DELETE FROM Stock;",
    }
    found = scan(grow(tmp_path, files), cache=False)
    assert [one.name for one in found.tables] == ["stock"]


def test_encodings(tmp_path: Path) -> None:
    text = "DELETE FROM caf\u00e9;"
    for number, content in enumerate(
        (text.encode(), text.encode("utf-16"), text.encode("latin-1"), text.encode("utf-8-sig"))
    ):
        folder = grow(tmp_path / str(number), {"a.sql": content})
        assert [one.name for one in scan(folder, cache=False).tables] == ["caf\u00e9"]
