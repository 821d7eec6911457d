"""Does what really runs turn up in the document?  Small programs, put together of steps, run and scanned.

A program makes a value that writes rows of one table, takes it through some steps, and uses it in a transaction. It is
run with stand-ins for Django and for the models, which note what is written, and scanned: what was written has to be
found, or the transaction has to tell of something that is not understood. A second value, which writes another table,
lies beside the first: a step may mix them up only where a run may, too.

The steps are in `steps/*.txt`: behind a line `# name` what stands at the top of the module (up to a line `---`, if
there is one) and what the function does. `{value}` is the variable that holds the value, `{result}` the one that has to
hold it afterwards, `{other}` the second value, and `{n}` makes names of one step unlike those of another. Real Python
says what a step does, so a step is written down in a minute, and a program that fails when it is run shows at once.
"""

from __future__ import annotations

import random
import re
import sys
import types
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from textwrap import indent
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.link.linking import linked

if TYPE_CHECKING:
    from collections.abc import Iterator

STEPS = Path(__file__).parent / "steps"
MODELS = """from django.db import models
class M0(models.Model):
    name = models.TextField()
class M1(models.Model):
    name = models.TextField()
"""
HEAD = """import random
from django.db import connection, transaction
from shop.models import M0, M1
def flag():
    return random.random() < 0.5
class Writer:
    def __init__(self, model):
        self.model = model
    def run(self):
        self.model.objects.create()
class W0:
    def run(self):
        M0.objects.create()
class W1:
    def run(self):
        M1.objects.create()
def w0():
    M0.objects.create()
def w1():
    M1.objects.create()
"""
RUNS = 6
"""A program is run so often, each time with another answer of `flag()`."""
ATOMIC = "transaction.atomic"


class Kind(NamedTuple):
    """A kind of value: how the first and the second are made, and how the value is used in the end."""

    first: str
    second: str
    use: str


KINDS = {
    "function": Kind("w0", "w1", "{value}()"),
    "method": Kind("W0().run", "W1().run", "{value}()"),
    "method of what was made": Kind("Writer(M0).run", "Writer(M1).run", "{value}()"),
    "lambda": Kind("lambda: M0.objects.create()", "lambda: M1.objects.create()", "{value}()"),
    "object": Kind("W0()", "W1()", "{value}.run()"),
    "what was made": Kind("Writer(M0)", "Writer(M1)", "{value}.run()"),
    "class": Kind("W0", "W1", "{value}().run()"),
    "model": Kind("M0", "M1", "{value}.objects.create()"),
    "statement": Kind(
        '"INSERT INTO shop_m0 (name) VALUES (1)"',
        '"INSERT INTO shop_m1 (name) VALUES (1)"',
        "connection.cursor().execute({value})",
    ),
}


class Place(NamedTuple):
    """Where a step is written: what stands at the top of the module then, and what the function does."""

    top: str
    body: str


PLACES = {
    "here": Place("", "{body}"),
    "in a function": Place(
        "def p{n}({value}, {other}):\n{body1}    return {result}\n", "{result} = p{n}({value}, {other})\n"
    ),
    "in a method": Place(
        "class P{n}:\n    def m(self, {value}, {other}):\n{body2}        return {result}\n",
        "{result} = P{n}().m({value}, {other})\n",
    ),
    "in a constructor": Place(
        "class P{n}:\n    def __init__(self, {value}, {other}):\n{body2}        self.held = {result}\n",
        "{result} = P{n}({value}, {other}).held\n",
    ),
    "in a closure": Place("", "def p{n}():\n{body1}    return {result}\n{result} = p{n}()\n"),
    "in a loop": Place("", "for j{n} in range(2):\n{body1}"),
    "in a try": Place("", "try:\n{body1}except ZeroDivisionError:\n    raise\n"),
    "in a generator": Place(
        "def p{n}({value}, {other}):\n{body1}    yield {result}\n",
        "for {result} in p{n}({value}, {other}):\n    pass\n",
    ),
    "in a coroutine": Place(
        "import asyncio\nasync def p{n}({value}, {other}):\n{body1}    return {result}\n",
        "{result} = asyncio.run(p{n}({value}, {other}))\n",
    ),
    "behind a lambda": Place(
        "def p{n}({value}, {other}):\n{body1}    return lambda: {result}\n", "{result} = p{n}({value}, {other})()\n"
    ),
    "by keyword": Place(
        "def p{n}(*, v, {other}):\n    {value} = v\n{body1}    return dict(v={result})\n",
        '{result} = p{n}(**dict(v={value}, {other}={other}))["v"]\n',
    ),
}


TOLD = {
    "async consumer": "a coroutine that began before its list was filled",
    "bfs": "lists in lists, told apart by their type",
    "coroutine send": "what a coroutine gives, asked of its exception",
    "deque rotate": "a member of a model's list that has moved",
    "exception from": "what an exception was raised from",
    "exception from function": "an exception that a function makes, caught by a base of all",
    "exit gets exception": "what `__exit__` is handed",
    "global via globals": "a global that is set by its name in a function",
    "globals update": "a global that is set by its name in a function",
    "graphlib": "what is sorted by a graph",
    "locals function": "a variable by its name",
    "marked methods scan": "methods that are told by an attribute of theirs",
    "mro walk": "the bodies of classes, one by one",
    "namespace vars": "the attributes of an object of the library",
    "set discard": "a member of a model's set that has gone",
    "setitem operator": "an operator as a function that changes its argument",
    "stopiteration value": "what a generator returns, asked of its exception",
    "sys exc_info": "the exception at hand, asked of the interpreter",
    "tuple subclass": "what a class below `tuple` holds",
    "type call": "the body of a class that `type` makes",
    "types new_class": "a class that a library makes of a function",
}
"""Steps behind which a value is lost, and the transaction says so."""
TOLD_OF_STATEMENTS = {
    "counter most common": "what is counted is texts, of which a counter keeps none",
    "exception args": "what an exception was raised with, by its place",
    "exception super args": "what an exception was raised with, by its place",
}
"""Steps behind which a statement of SQL is lost, which objects are not."""
MIXED = {
    "attribute delete and set": "what an attribute held before",
    "bool method": "an object's own `__bool__` is not run through",
    "dict from zip lists": "lists side by side, one by one",
    "dict zip": "lists side by side, one by one",
    "eq method": "an object's own `__eq__` is not run through",
    "flag enum in": "members of a flag that are put together",
    "hasattr": "attributes that are set in `__init__`",
    "int key": "what `int` makes of a text",
    "list insert pop": "a list that is changed in an expression",
    "match or guard": "a guard that holds for no value",
    "swap attributes": "attributes keep what they held before",
    "try else": "a handler of what nothing raises",
    "try import fallback": "a module that is not there",
    "try value error int": "a line that is never reached",
}
"""Steps behind which the second value is taken for possible, which no run ever meets."""


class Found(NamedTuple):
    """What the document says of the transaction: the tables that are written, and what is not understood in it."""

    tables: frozenset[str]
    blind: tuple[str, ...]


def steps(file: str) -> dict[str, tuple[str, str]]:
    """The steps of a file by their names: what stands at the top of the module, and what the function does."""
    found: dict[str, tuple[str, str]] = {}
    for part in re.split(r"^# ", (STEPS / file).read_text(), flags=re.MULTILINE)[1:]:
        name, text = part.split("\n", 1)
        top, _, body = text.rpartition("---\n") if "---\n" in text else ("", "", text)
        assert name not in found, name
        found[name] = top, body
    return found


def program(kind: Kind, parts: list[tuple[tuple[str, str], Place]]) -> str:
    """The source of a program that takes a value of a kind through steps, each written in a place."""
    tops, body = "", f"value0 = {kind.first}\nother = {kind.second}\n"
    for n, ((top, step), place) in enumerate(parts):
        names = {"value": f"value{n}", "result": f"value{n + 1}", "other": "other", "n": str(n)}
        done = step.format(**names)
        inner = {"body": done, "body1": indent(done, " " * 4), "body2": indent(done, " " * 8)}
        tops += top.format(**names) + place.top.format(**names, **inner)
        body += place.body.format(**names, **inner)
    lines = tops.splitlines(keepends=True)
    imports = "".join(line for line in lines if line.startswith(("import ", "from ")))
    rest = "".join(line for line in lines if not line.startswith(("import ", "from ")))
    used = kind.use.format(value=f"value{len(parts)}")
    return f"{imports}{HEAD}{rest}def work():\n{indent(body, ' ' * 4)}    with {ATOMIC}():\n        {used}\n"


def ran(source: str) -> frozenset[str]:
    """The tables that a program writes when it is run; raises what the program raises."""
    found: set[str] = set()
    for seed in range(RUNS):
        stand_ins = _stand_ins(found)
        saved = {name: sys.modules.get(name) for name in stand_ins}
        module = types.ModuleType("shop.services")
        sys.modules.update({**stand_ins, "shop.services": module})
        try:
            random.seed(seed)
            _run(source, module)
        finally:
            for name, before in saved.items():
                if before is None:
                    del sys.modules[name]
                else:
                    sys.modules[name] = before
    return frozenset(found)


def _run(source: str, module: types.ModuleType) -> None:
    """Run a program in a thread, in which no loop of asyncio is running, whatever ran before."""

    def run() -> None:
        exec(compile(source, "shop/services.py", "exec"), module.__dict__)  # noqa: S102 - our own programs
        module.work()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(run).result()


def _stand_ins(found: set[str]) -> dict[str, types.ModuleType]:
    """Modules that stand for Django and the application's models while a program is run."""
    modules = {name: types.ModuleType(name) for name in ("django", "django.db", "shop", "shop.models", "shop.services")}
    cursor = SimpleNamespace(execute=lambda sql: found.add(sql.split()[2]))
    vars(modules["django.db"])["transaction"] = SimpleNamespace(atomic=nullcontext)
    vars(modules["django.db"])["connection"] = SimpleNamespace(cursor=lambda: cursor)
    for name in ("M0", "M1"):
        table = f"shop_{name.lower()}"
        model: Any = type(name, (), {"objects": SimpleNamespace(create=lambda table=table: found.add(table))})
        vars(modules["shop.models"])[name] = model
    return modules


def scanned(source: str) -> Found:
    """What the document of a program says of its transaction."""
    scan = linked({"shop/__init__.py": "", "shop/models.py": MODELS, "shop/services.py": source})
    faults = [f"{one.file} {one.reason}" for one in scan.completeness.unreadable]
    assert not faults, faults
    line = next(number for number, text in enumerate(source.splitlines(), 1) if ATOMIC in text)
    held = [one for one in scan.transactions if one.line == line]
    tables = frozenset(access.table for one in held for access in one.accesses if access.op == "insert")
    return Found(tables, tuple(spot.reason for one in held for spot in one.blind_spots))


def by_chance(count: int, seed: int, length: int) -> Iterator[tuple[str, str]]:
    """Programs of several steps, drawn by chance: what they are made of, and their sources.

    Steps that lose a value are left out: where something unknown meets what is known, that is what is gone on with.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    every = {name: step for name, step in steps("language.txt").items() if name not in TOLD}
    for _ in range(count):
        kind = chance.choice(list(KINDS))
        names = [(chance.choice(list(every)), chance.choice(list(PLACES))) for _ in range(length)]
        source = program(KINDS[kind], [(every[step], PLACES[place]) for step, place in names])
        yield f"a {kind}: " + ", then ".join(f"{step} {place}" for step, place in names), source
