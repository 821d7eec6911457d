"""Two scans of the same code are one document, whatever order Python keeps its sets in.

What a value may be is followed in the order in which its possibilities were first met: that order, too, is the same,
and it is the same with other code beside.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from boundary.link.program import link
from tests.link.linking import divide, read

HOME = Path(__file__).parents[2]
SEEDS = "0", "4", "5"
ATOMS = """
import sys
from boundary.link.frameworks.registry import Frameworks
from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.roots import evaluate
from tests.link.linking import divide, read
interpreter = Interpreter(read(divide(sys.argv[1])), Frameworks())
evaluate(interpreter, lambda _: None)
for value in interpreter.atoms._made.values():
    for atom in value:
        print(atom.number, atom)
"""
ABSTRACT = """
from abc import ABC, abstractmethod
class Step(ABC):
    @abstractmethod
    def before(self): ...
    @abstractmethod
    def run(self): ...
    @abstractmethod
    def after(self): ...
    @abstractmethod
    def name(self): ...
def logged(run):
    def wrapped(self):
        Log.objects.create()
        return run(self)
    return wrapped
class Logged(Step):
    @logged
    def before(self): ...
    @logged
    def run(self): ...
    @logged
    def after(self): ...
class Named(Logged):
    def name(self): ...
STEP = Logged()
"""
TWO_HANDLERS = """
from django.db import transaction
from shop.models import Tag
class First:
    def save(self):
        Tag.objects.create()
    @property
    def saved(self):
        Tag.objects.create()
class Second:
    def save(self):
        Tag.objects.create()
    @property
    def saved(self):
        Tag.objects.create()
def run(kind):
    handler = First() if kind else Second()
    with transaction.atomic():
        {}
# file: shop/noted.py
"""


def printed(seed: str, *arguments: str) -> str:
    """What a program of Python prints with a seed for the hashes of texts."""
    environment = os.environ | {"PYTHONHASHSEED": seed}
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, cwd=HOME, stdout=subprocess.PIPE, text=True, check=True).stdout


@pytest.mark.slow
def test_values_are_met_in_one_order() -> None:
    met, *others = (printed(seed, "-c", ATOMS, ABSTRACT) for seed in SEEDS)
    assert met
    assert others == [met, met]


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["shop", "ledger"])
def test_a_sample_has_one_document(sample: str) -> None:
    assert document(sample, SEEDS[0]) == document(sample, SEEDS[1])


@pytest.mark.slow
@pytest.mark.parametrize("called", ["handler.save()", "handler.saved"])
@pytest.mark.parametrize("more", range(1, 8))
def test_code_elsewhere_changes_no_way(called: str, more: int) -> None:
    assert ways(called, more) == ways(called, 0)


def ways(called: str, more: int) -> list[tuple[str, str]]:
    """Where a transaction writes that two classes would, in a program with so many texts of its own elsewhere."""
    noted = "".join(f"print('text {number}')\n" for number in range(more))
    found = link(read(divide(TWO_HANDLERS.format(called) + noted)))
    return [(access.table, access.function) for one in found.transactions for access in one.accesses]


def document(sample: str, seed: str) -> str:
    """The document of a sample, but for the seconds that it took."""
    read = json.loads(printed(seed, "-m", "boundary", "scan", f"samples/{sample}", "--no-cache"))
    del read["completeness"]["seconds"]
    return json.dumps(read)
