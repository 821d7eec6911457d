"""Which actions does a viewset have, and which one does it answer with?

A router gives it all that it defines, the standard ones and those marked with `@action`; `as_view({"delete": "close"})`
those that it names and no others, and beside a router whatever it names, marked or not. `self.action` says which one is
at work, and much hangs on that: a `get_serializer_class` that asks `if self.action in ["create", "update"]` gives
another serializer for each, and what one action writes is nothing that another one does. So a view whose class asks is
kept apart by its action.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Constant, Function, Instance
from boundary.link.frameworks import http_verbs
from boundary.link.frameworks.base_views import note
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.rest_framework.action_settings import said, says
from boundary.link.frameworks.rest_framework.mapped_actions import mapped
from boundary.link.frameworks.rest_framework.router_methods import mapped_by_routers
from boundary.link.frameworks.skeletons import argument, decorated_names
from boundary.link.members import containers
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

ASKED: Final = "action"
ANSWER: Final = "asks for its action"
ROUTED: Final = "__routed__"
ASKS: Final = "__answers__"
WORDS: Final = frozenset({ASKS, "__in_action__", "__call_decorated__"})
VIEWSET: Final = "rest_framework.viewsets.ViewSetMixin"
ACTION: Final = "rest_framework.decorators.action"
VIEWS: Final = ("rest_framework.", "django.")
STANDARD: Final = ("list", "create", "retrieve", "update", "partial_update", "destroy")


class ActionHook(Hook):
    """Viewsets, and the classes below."""

    base = VIEWSET

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self.action` of a view that is in one, what that says of it, and the words of the skeleton."""
        del line
        if action := answering(atom):
            if name == ASKED:
                return evaluator.atoms.constant(action)
            told = said(evaluator.interpreter, atom.cls, action, name)
            if told is not None:
                return told
        return evaluator.atoms.native(name, atom) if name in WORDS else None

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """The word by which the skeletons of routers say what they route."""
        del line
        return evaluator.atoms.native(name, atom) if name == ROUTED else None


def routed(call: NativeCall) -> Value:
    """`View.__routed__(actions)`: requests reach the actions that a dict names, or without one all of the class."""
    given = argument(call, 0)
    named = containers.pairs(given)
    written: Value = UNKNOWN
    if named and not containers.open_part(given) and all(_is_named(held) for held in named.values()):
        written = join(named.values())
    if isinstance(call.receiver, ClassAtom):
        call.interpreter.write((ROUTED, call.receiver.cls), written)
        note(call.receiver.cls)
    return call.atoms.none


def answers(call: NativeCall) -> Value:
    """`self.__answers__(name)`: whether an action, or a method, is the one at hand; not known where any may be."""
    asked = strings(call.first)
    at_hand = answering(call.receiver)
    if at_hand:
        return call.atoms.constant(value=at_hand in asked)
    names = _reached(call)
    return call.atoms.constant(value=False) if names is not None and names.isdisjoint(asked) else UNKNOWN


def in_action(call: NativeCall) -> Value:
    """`self.__in_action__(name)`: the same view while it answers with an action."""
    names = strings(call.first)
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    return acting(call.interpreter, call.receiver, names[0]) if len(names) == 1 else call.receiver.alone


def call_decorated(call: NativeCall) -> Value:
    """`self.__call_decorated__(decorator, ...)`: the actions beside the standard ones, by a decorator or by a route."""
    receiver = call.receiver
    if not isinstance(receiver, Instance):
        return UNKNOWN
    wanted = {atom.function for atom in argument(call, 0) if isinstance(atom, Function)}
    rest = call.arguments.behind_first()
    names = _beside(call.interpreter, receiver.cls, wanted, _told(call))
    at_hand = answering(receiver)
    if at_hand:
        names = [name for name in names if name == at_hand]
    found: list[Value] = []
    for name in names:
        holder = acting(call.interpreter, receiver, name)
        method = call.interpreter.attributes.get(call.evaluator, holder, name, call.line)
        found.append(call.interpreter.calls.call(call.evaluator, method, rest, call.line))
    return join(found) or UNKNOWN


def acting(interpreter: Interpreter, view: Instance, action: str) -> Value:
    """A view while it answers with an action, where its class asks for that or an action says something of it."""
    if (
        action in http_verbs.VERBS
        or view.site is not None
        or not (_asks(interpreter, view.cls) or says(interpreter, view.cls))
    ):
        return view.alone
    return interpreter.atoms.instance(view.cls, exact=view.exact, site=(ASKED, action))


def actions(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    """The actions that a viewset has, as far as requests reach them."""
    told = interpreter.stored((ROUTED, cls))
    reached = _named(told)
    wanted = {
        atom.function
        for module in [interpreter.find_module(ACTION.rpartition(".")[0])]
        if module is not None
        for atom in interpreter.names.value(module, ASKED)
        if isinstance(atom, Function)
    }
    standard = [name for name in STANDARD if interpreter.classes.lookup(cls, name)[0] is not None]
    return [
        *(name for name in standard if reached is None or name in reached),
        *_beside(interpreter, cls, wanted, told),
    ]


def _beside(interpreter: Interpreter, cls: ClassInfo, wanted: set[FunctionInfo], told: Value) -> list[str]:
    """The actions beside the standard ones: those that a decorator marks, where a router has them, and those named."""
    reached = _named(told)
    names = [*(decorated_names(interpreter, cls, wanted) if reached is None else ()), *strings(told)]
    names += [name for name, action in mapped(interpreter, cls).items() if action in names]
    named = (*http_verbs.VERBS, *(mapped_by_routers(interpreter) if reached is None else ()))
    names += [name for name in named if _is_own(interpreter, cls, name)]
    return [name for name in dict.fromkeys(names) if name not in STANDARD]


def _is_own(interpreter: Interpreter, cls: ClassInfo, name: str) -> bool:
    """Whether the project gives a viewset a method: one that is called like a verb, or that one is mapped to."""
    owner, _ = interpreter.classes.lookup(cls, name)
    return owner is not None and not owner.library


def answering(view: Atom | None) -> str:
    """The action, or the method, by which a view is kept apart; empty where it is not."""
    site = view.site if isinstance(view, Instance) else None
    return str(site[1]) if isinstance(site, tuple) and site[0] == ASKED else ""


def _reached(call: NativeCall) -> set[str] | None:
    """The actions that routes name for the class of a view; None where they may be any."""
    return _named(_told(call))


def _told(call: NativeCall) -> Value:
    """What routes have told of the class of a view: texts, and what is not known where all are reached."""
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    return call.interpreter.read((ROUTED, call.receiver.cls), call.evaluator.context)


def _named(told: Value) -> set[str] | None:
    """The actions that routes have told of; None where they may be any."""
    return set(strings(told)) if _is_named(told) else None


def _is_named(value: Value) -> bool:
    """Whether a value is nothing but constant texts."""
    return bool(value) and all(isinstance(atom, Constant) and isinstance(atom.value, str) for atom in value)


def _asks(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a method of a class, or of one that it extends, mentions the action (of views as such none asks)."""
    known = cls.answers.get(ANSWER)
    if known is None:
        known = cls.answers[ANSWER] = any(
            ASKED in interpreter.bodies.names(binding.statement)
            for owner in interpreter.classes.mro(cls)
            if not (owner.library and owner.module.name.startswith(VIEWS))
            for bindings in owner.bindings.values()
            for binding in bindings
            if type(binding.statement) is FUNCTION
        )
    return bool(known)


NATIVES: Final[dict[str, Handler]] = {
    ROUTED: routed,
    ASKS: answers,
    "__in_action__": in_action,
    "__call_decorated__": call_decorated,
}
HOOKS: Final = [ActionHook()]
