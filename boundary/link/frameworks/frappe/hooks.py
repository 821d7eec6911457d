"""What do the hooks of Frappe's applications name?  Functions by their dotted names, in each application's `hooks.py`.

    doc_events = {"Sales Order": {"on_submit": "shop.events.reserve"}, "*": {"on_update": ["shop.events.log"]}}
    scheduler_events = {"daily": ["shop.tasks.tidy"], "cron": {"0 * * * *": ["shop.tasks.sync"]}}
    ready_hooks = ["shop.ready.prepare"]

Several names may share what they are given: `("Sales Order", "Quotation"): {...}`. What other code asks for
(`frappe.get_hooks("ready_hooks")`) it calls by `frappe.get_attr(dotted)` or `frappe.call(dotted)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN, CALL, CONSTANT, DISPLAY, MAPPING, NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model import code

EVENTS: Final = "doc_events"
SCHEDULED: Final = "scheduler_events"
ANY_DOCTYPE: Final = "*"


def hooks_modules(interpreter: Interpreter) -> list[ModuleInfo]:
    """The modules that hold an application's hooks."""
    found: list[ModuleInfo] | None = interpreter.frameworks.state.get("frappe hooks")
    if found is None:
        found = interpreter.frameworks.state["frappe hooks"] = [
            one
            for one in interpreter.program.modules.values()
            if not one.library and one.name.endswith(".hooks") and one.name.count(".") == 1
        ]
    return found


def _said(interpreter: Interpreter, key: str) -> Iterator[tuple[ModuleInfo, code.Expression]]:
    """What the applications' hooks say under a key."""
    for module in hooks_modules(interpreter):
        for binding in module.bindings.get(key, ()):
            statement = binding.statement
            if type(statement) is ASSIGN and statement.value is not None:
                yield module, statement.value


def hooked(interpreter: Interpreter, key: str) -> Iterator[tuple[list[str], code.Expression]]:
    """The dicts under a key, of all applications: each with the names that share a value, and that value."""
    for module, held in _said(interpreter, key):
        for names, value in zip(held.keys, held.values, strict=True) if type(held) is MAPPING else ():
            if names is not None:
                yield texts_of(_written(interpreter, module, names)), value


def _written(interpreter: Interpreter, module: ModuleInfo, node: code.Expression) -> code.Expression:
    """What a name stands for: `tuple(DOCTYPES)`, `DOCTYPES`."""
    inner = node.arguments[0] if type(node) is CALL and len(node.arguments) == 1 else node
    return interpreter.names.defined(module, inner)[1] if type(inner) is NAME else inner


def texts_of(node: object) -> list[str]:
    """All texts in lists and dicts of them, however deep, the keys of dicts left out."""
    if type(node) is CONSTANT:
        return [node.value] if isinstance(node.value, str) else []
    parts = node.items if type(node) is DISPLAY else node.values if type(node) is MAPPING else ()
    return [text for part in parts for text in texts_of(part)]


def events(interpreter: Interpreter, doctype: str, method: str) -> list[str]:
    """The functions that hooks call where a document's method is called."""
    state = interpreter.frameworks.state
    held: dict[tuple[str, str], list[str]] | None = state.get("frappe events")
    if held is None:
        held = state["frappe events"] = {}
        for names, value in hooked(interpreter, EVENTS):
            for event, functions in zip(value.keys, value.values, strict=True) if type(value) is MAPPING else ():
                for called in texts_of(event):
                    for name in names:
                        held.setdefault((name, called), []).extend(texts_of(functions))
    return [*held.get((doctype, method), ()), *held.get((ANY_DOCTYPE, method), ())]


def scheduled(interpreter: Interpreter) -> list[str]:
    """The functions that the scheduler calls."""
    return list(dict.fromkeys(text for _, held in _said(interpreter, SCHEDULED) for text in texts_of(held)))


def get_hooks(call: NativeCall) -> Value:
    """`frappe.get_hooks("ready_hooks")`: the texts, or a dict where the hooks are one."""
    found: list[Value] = []
    for name in strings(call.arguments.get(0, "hook") or BOTTOM):
        for module, held in _said(call.interpreter, name):
            if type(held) is MAPPING:
                found.append(call.interpreter.module_evaluator(module).evaluate(held))
            else:
                texts = [call.atoms.constant(text) for text in texts_of(held)]
                found.append(containers.make(call.evaluator, "list", texts))
    return join(found) or UNKNOWN


def get_attr(call: NativeCall) -> Value:
    """`frappe.get_attr("shop.ready.prepare")`."""
    return call.interpreter.names.told(call.first) or UNKNOWN


def call_named(call: NativeCall) -> Value:
    """`frappe.call("shop.ready.prepare", order=order)`, or with the function itself."""
    function = call.interpreter.names.told(call.first) or call.first
    rest = Arguments(call.arguments.positional[1:], call.arguments.keywords)
    return call.interpreter.calls.call(call.evaluator, function, rest, call.line)


NEEDS: Final = ("frappe",)
NATIVES: Final[dict[str, Handler]] = {
    "frappe.get_hooks": get_hooks,
    "frappe.get_attr": get_attr,
    "frappe.get_module_attr": get_attr,
    "frappe.call": call_named,
}
