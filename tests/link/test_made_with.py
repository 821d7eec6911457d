"""Which objects are kept apart by what they were made with?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = {
    "by what few are made with": ("strategy", 1, "insert shop_log", "insert shop_tag"),
    "not by what very many are made with": ("app", 25, "insert shop_log, insert shop_tag", None),
}


@pytest.mark.parametrize(("name", "classes", "first", "second"), CASES.values(), ids=CASES)
def test_objects_are_apart(name: str, classes: int, first: str, second: str | None) -> None:
    others = "\n".join(f"class Other{n}:\n    def __init__(self, {name}):\n        pass" for n in range(classes - 1))
    assert_touches(f"""
class Logs:
    def write(self):
        Log.objects.create(text="a")
class Tags:
    def write(self):
        Tag.objects.create()
class Importer:
    def __init__(self, {name}):
        self.{name} = {name}
    def run(self):
        with transaction.atomic():  #> {first}{f" | {second}" if second else ""}
            self.{name}.write()
def logs():
    Importer(Logs()).run()
def tags():
    Importer(Tags()).run()
{others}
""")
