"""Does a transaction stand around each request, and which requests does a view answer one by one?

`ATOMIC_REQUESTS` in the settings makes a request one transaction. A view in a class answers several kinds of requests,
and what it writes for a POST it does not write for a DELETE: so where requests are transactions, its class is entered
once for each method that it has, or for each action. GraphQL answers in requests, too; Graphene's `ATOMIC_MUTATIONS`
makes its mutations transactions, and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import truth
from boundary.link.frameworks.django.settings import settings_modules
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.rest_framework.actions import ASKED, ASKS, VIEWSET, actions
from boundary.link.syntax.kinds import CALL, CONSTANT, parts_of
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

SETTING: Final = "ATOMIC_REQUESTS"
OF_MUTATIONS: Final = "ATOMIC_MUTATIONS"
ANSWERING: Final = frozenset({"route", "admin", "mutation", "rpc"})
"""The kinds of entry points that answer requests."""
PER_TASK: Final = "transaction per task"
"""What a framework sets that runs each job in a transaction, too."""
ENDS_WITHIN: Final = "transaction ends within a request"
"""What a framework sets of which a request may commit in between: at its end, only what is still open is committed."""
METHODS: Final = ("get", "post", "put", "patch", "delete")


class MethodHook(Hook):
    """Views in classes, which answer to methods."""

    base = "django.views.generic.base.View"

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The word by which the skeleton asks whether a request of some kind is at hand."""
        del line
        return evaluator.atoms.native(name, atom) if name == ASKS else None


def atomic_requests(interpreter: Interpreter) -> bool:
    """Whether every request runs in a transaction: by the settings, or by what another framework has been told."""
    state = interpreter.frameworks.state
    if state.get("transaction per request"):
        return True
    return _is_set(interpreter, SETTING)


def atomic_entries(interpreter: Interpreter) -> frozenset[str]:
    """The kinds of entry points that run in a transaction of their own."""
    if atomic_requests(interpreter):
        return ANSWERING | ({"task"} if interpreter.frameworks.state.get(PER_TASK) else set())
    return frozenset({"mutation"} if _is_set(interpreter, OF_MUTATIONS) else ())


def _is_set(interpreter: Interpreter, setting: str) -> bool:
    """Whether the settings set it, of a database or elsewhere."""
    state = interpreter.frameworks.state
    if setting not in state:
        state[setting] = any(
            _sets(setting, module.body, interpreter.module_evaluator(module))
            for module in settings_modules(interpreter)
        )
    return bool(state[setting])


def one_by_one(interpreter: Interpreter, cls: ClassInfo) -> list[Value]:
    """A view for each kind of request that it answers, if a request is a transaction; else one for all of them."""
    if not atomic_requests(interpreter):
        return [interpreter.atoms.instance(cls)]
    if interpreter.classes.is_subclass(cls, VIEWSET):
        names = actions(interpreter, cls)
    else:
        names = [name for name in METHODS if interpreter.classes.lookup(cls, name)[0] is not None]
    if len(names) < 2:  # noqa: PLR2004 - nothing to keep apart
        return [interpreter.atoms.instance(cls)]
    return [interpreter.atoms.instance(cls, site=(ASKED, name)) for name in names]


def _sets(setting: str, node: object, evaluator: Evaluator) -> bool:
    match node:
        case tuple():
            return any(_sets(setting, one, evaluator) for one in node)
        case code.Mapping(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if type(key) is CONSTANT and key.value == setting and _is_true(value, evaluator):
                    return True
            return any(_sets(setting, value, evaluator) for value in values)
        case code.Assign(targets=[code.Subscript(index=code.Constant(value=name))], value=value) if name == setting:
            return _is_true(value, evaluator)
        case code.Keyword(name=name, value=value) if name == setting:
            return _is_true(value, evaluator)
        case _:
            return any(_sets(setting, part, evaluator) for part in parts_of(node))


def _is_true(node: code.Expression | None, evaluator: Evaluator) -> bool:
    """Something that is true, or a call (`env.bool(..., default=True)`) that falls back to it."""
    if node is None:
        return False
    if truth(evaluator.evaluate(node)) is True:
        return True
    if type(node) is CALL:
        given = [*node.arguments[1:], *(keyword.value for keyword in node.keywords)]
        return any(type(one) is CONSTANT and one.value is True for one in given)
    return False


HOOKS: Final = [MethodHook()]
