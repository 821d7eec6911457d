"""What an object keeps of a text: the name of the table that it was made with is in the statements of its methods."""

# ruff: noqa: S608 - the applications here put SQL together; nothing executes it

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

TOP = """
from dataclasses import dataclass
from typing import NamedTuple
from django.db import connection
def execute(sql):
    connection.cursor().execute(sql)
def insert(table):
    execute(f"INSERT INTO {table} (a) VALUES (1)")
"""
KEEPER = """
class Keeper:
    def __init__(self, name, rows=None):
        self.name = name
        self.rows = rows
    """
BASE = """
class Base:
    def __init__(self, name):
        self.name = name
    def put(self):
        execute(f"INSERT INTO {self.name} (a) VALUES (1)")
"""
CLASSES = [
    KEEPER
    + """def put(self):
        execute(f"INSERT INTO {self.name} (a) VALUES (1)")""",
    KEEPER
    + """def put(self):
        connection.cursor().execute("INSERT INTO " + self.name + " (a) VALUES (1)")""",
    KEEPER
    + """def put(self):
        execute("INSERT INTO %s (a) VALUES (1)" % self.name)""",
    KEEPER
    + """def put(self):
        execute("INSERT INTO {} (a) VALUES (1)".format(self.name))""",
    KEEPER
    + """def put(self):
        execute("INSERT INTO {t} (a) VALUES (1)".format(t=self.name))""",
    KEEPER
    + """def put(self):
        table = self.name
        execute(f"INSERT INTO {table} (a) VALUES (1)")""",
    KEEPER
    + """def put(self):
        insert(self.name)""",
    KEEPER
    + """def put(self):
        insert(table=self.name)""",
    KEEPER
    + """def put(self):
        self.insert(self.name)
    def insert(self, name):
        insert(name)""",
    KEEPER
    + """def put(self):
        execute(f"INSERT INTO {self.full()} (a) VALUES (1)")
    def full(self):
        return f'{self.name}'""",
    KEEPER
    + """def put(self):
        execute(f"INSERT INTO {self.full} (a) VALUES (1)")
    @property
    def full(self):
        return self.name""",
    KEEPER
    + """def put(self):
        self.sql = f"INSERT INTO {self.name} (a) VALUES (1)"
        execute(self.sql)""",
    """
class Keeper:
    def __init__(self, name):
        self.sql = f"INSERT INTO {name} (a) VALUES (1)"
    def put(self):
        execute(self.sql)""",
    """
class Above:
    def __init__(self, name):
        self.name = name
class Keeper(Above):
    def put(self):
        execute(f"INSERT INTO {self.name} (a) VALUES (1)")""",
    BASE
    + """class Keeper(Base):
    pass""",
    BASE
    + """class Keeper(Base):
    def __init__(self, label):
        super().__init__(label)""",
    BASE
    + """class Keeper(Base):
    def __init__(self, label):
        Base.__init__(self, label)""",
    BASE
    + """class Keeper(Base):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)""",
    """
@dataclass
class Keeper:
    name: str
    def put(self):
        execute(f"INSERT INTO {self.name} (a) VALUES (1)")""",
    """
@dataclass
class Above:
    name: str
@dataclass
class Keeper(Above):
    rows: int = 0
    def put(self):
        execute(f"INSERT INTO {self.name} (a) VALUES (1)")""",
    """
class Keeper(NamedTuple):
    name: str
    def put(self):
        execute(f"INSERT INTO {self.name} (a) VALUES (1)")""",
    """
class Keeper:
    def __init__(self, name):
        self._name = name
    @property
    def name(self):
        return self._name
    def put(self):
        execute(f"INSERT INTO {self.name} (a) VALUES (1)")""",
    BASE
    + """class Keeper:
    def __init__(self, label):
        self.inner = Base(label)
    def put(self):
        self.inner.put()""",
    """
class Keeper:
    def __init__(self, name):
        self.put = lambda: insert(name)""",
]


@pytest.mark.parametrize("classes", CLASSES)
@pytest.mark.parametrize(
    "made",
    [
        "first, second = Keeper('shop_log'), Keeper('shop_line')",
        "first, second = made('shop_log'), made('shop_line')",
        "first, second = KEPT, Keeper('shop_line')",
    ],
)
def test_a_table_that_an_object_keeps(classes: str, made: str) -> None:
    assert_touches(f"""{TOP}{classes}
def made(what):
    return Keeper(what)
KEPT = Keeper("shop_log")
def run():
    {made}
    with transaction.atomic():  #> insert shop_log
        first.put()
    with transaction.atomic():  #> insert shop_line
        second.put()
""")


def test_objects_that_are_made_one_by_one_are_not_told_apart() -> None:
    assert_touches(f"""{TOP}{CLASSES[0]}
def run():
    first, second = [Keeper(name) for name in ("shop_log", "shop_line")]
    with transaction.atomic():  #> insert shop_line, insert shop_log
        first.put()
""")


def test_statements_that_an_object_keeps() -> None:
    assert_touches(f"""{TOP}
class Step:
    def __init__(self, text, **options):
        self.text, self.options = text, options
    def run(self):
        for one in [self.text]:
            execute(one)
def run():
    first, second = Step("INSERT INTO shop_log (a) VALUES (1)"), Step("INSERT INTO shop_line (a) VALUES (1)")
    with transaction.atomic():  #> insert shop_log
        first.run()
    with transaction.atomic():  #> insert shop_line
        second.run()
""")


def test_objects_for_tables_and_for_models() -> None:
    assert_touches(f"""{TOP}
class Keeper:
    def __init__(self, name, model):
        self.name, self.model = name, model
    def put(self):
        execute(f"INSERT INTO {{self.name}} (a) VALUES (1)")
        self.model.objects.create()
def run():
    first, second = Keeper("shop_log", Order), Keeper("shop_log", Tag)
    with transaction.atomic():  #> insert shop_log, insert shop_order
        first.put()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        second.put()
""")
