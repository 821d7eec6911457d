"""Which database has a model's table?  What the classes in `DATABASE_ROUTERS` answer for it.

A router is asked as Django asks it: the first that names a database for writing to a model decides. One that answers
differently from call to call (replicas, shards) says nothing that holds, and the table stays in the default database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, ClassAtom, Constant, Instance
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.settings import setting
from boundary.link.frameworks.entry_points import named_in

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo

ASKED: Final = ("db_for_write", "db_for_read")


def start(interpreter: Interpreter) -> None:
    """Ask the routers for the database of each model."""
    routers = _routers(interpreter)
    if not routers:
        return
    for model in list(models(interpreter).by_class.values()):
        if not model.abstract:
            model.database = _database(interpreter, routers, model) or model.database


def _routers(interpreter: Interpreter) -> list[Value]:
    """The routers of the settings, named or made there."""
    found: list[Value] = []
    for atom in setting(interpreter, "DATABASE_ROUTERS"):
        for dotted in named_in(atom):
            module_name, _, name = dotted.rpartition(".")
            module = interpreter.find_module(module_name)
            held = interpreter.names.value(module, name) if module is not None else BOTTOM
            found.extend(interpreter.atoms.instance(one.cls) for one in held if isinstance(one, ClassAtom))
        made = getattr(atom, "element", BOTTOM)
        found.extend(one.alone for one in made if isinstance(one, Instance))
    return found


def _database(interpreter: Interpreter, routers: list[Value], model: ModelInfo) -> str | None:
    """The database that the first router with an answer names."""
    evaluator = interpreter.module_evaluator(model.cls.module)
    for router in routers:
        for name in ASKED:
            method = interpreter.attributes.get(evaluator, router, name, 0)
            given = Arguments((interpreter.atoms.class_(model.cls),))
            answer = interpreter.calls.call(evaluator, method, given, 0)
            said = strings(answer)
            others = [atom for atom in answer if not isinstance(atom, Constant)]
            if len(said) == 1 and not others and all(one.value is not None for one in answer):  # type: ignore[attr-defined]
                return said[0]
            if said or others:
                return None  # it depends
    return None
