"""Is a function of the environment followed?  Where it works on what is the project's, or does what concerns it.

A whole site-packages folder is not the code under analysis: what a call there does otherwise is not asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.handed_rows import is_handed_querysets
from boundary.link.domain.values import BOTTOM, ClassAtom, Function, Instance
from boundary.link.frameworks.django.installed_models import looks_up_rows, names_model
from boundary.link.frameworks.django.signals import listens
from boundary.link.frameworks.django.transactions import mentions_atomic

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.evaluator.interpreter import Interpreter


def concerns_project(interpreter: Interpreter, atom: Function, arguments: Arguments) -> bool:
    """Whether a function of the environment works on a class of the project, on a model or its rows, or is told.

    A function that is handed a manager or a queryset first (`get_object_or_none(order.lines)`) looks rows up in it,
    and so does one that is handed a model and asks for its manager.
    One that mentions `atomic` opens a transaction, or hands one out to be entered, and one that mentions a model's
    manager asks for its rows, or writes some.
    """
    receiver = atom.receiver
    if isinstance(receiver, (Instance, ClassAtom)):
        if not receiver.cls.module.library or (isinstance(receiver, Instance) and receiver.model is not None):
            return True
        return bool(interpreter.frameworks.hooks(interpreter, receiver.cls))
    if atom.function.cls is None:
        if atom.function.is_generator or (atom.closure is None and is_handed_querysets(arguments)):
            return True
        first = arguments.positional[0] if arguments.positional else BOTTOM
        if looks_up_rows(interpreter, atom.function, first):
            return True
        if mentions_atomic(interpreter, atom) or names_model(interpreter, atom.function):
            return True
    return listens(interpreter, atom.function)
