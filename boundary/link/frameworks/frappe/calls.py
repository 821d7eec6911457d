"""What do clients of Frappe call, and what runs in the background?  Each call is a transaction, committed at its end.

Clients call functions and methods that are whitelisted, and store, submit, cancel and delete documents of every DocType
that is no child's. The scheduler calls what hooks name. `frappe.enqueue("shop.tasks.sync", order=name)` and
`frappe.enqueue_doc("Sales Order", name, "sync")` run later, in transactions of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Instance
from boundary.link.frameworks.django.requests import PER_TASK
from boundary.link.frameworks.entry_functions import decorator, register
from boundary.link.frameworks.entry_points import enter, is_first
from boundary.link.frameworks.frappe.documents import document, meant_doctypes
from boundary.link.frameworks.frappe.hooks import scheduled
from boundary.link.frameworks.frappe.models import BASE, SINGLES, doctype, models
from boundary.link.syntax.walking import methods_decorated

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedModel
    from boundary.link.frameworks.protocol import Handler, NativeCall

CALLS: Final = "rpc"
ENTERED: Final = "frappe calls"
WHITELISTED: Final = frozenset({"whitelist"})
STORING: Final = ("insert", "save", "delete")
SUBMITTING: Final = ("submit", "cancel")
ABOUT_JOB: Final = frozenset(
    {
        *("queue", "timeout", "event", "is_async", "job_name", "job_id", "now", "enqueue_after_commit", "at_front"),
        *("at_front_when_starved", "deduplicate", "on_success", "on_failure", "track_job", "method"),
    }
)
"""What `enqueue` keeps for itself of the arguments by name."""


def start(interpreter: Interpreter) -> None:
    """Every call of a client is a transaction, and every job."""
    interpreter.frameworks.state["transaction per request"] = True
    interpreter.frameworks.state[PER_TASK] = True


def finish(interpreter: Interpreter) -> bool:
    """Enter what clients and the scheduler call, once the bodies of all modules have been seen."""
    if not is_first(interpreter, ENTERED):
        return False
    held = models(interpreter)
    held.link()
    for model in list(held):
        _enter_model(interpreter, model)
    for dotted in scheduled(interpreter):
        enter(interpreter, "task", dotted, interpreter.names.at(dotted) or BOTTOM)
    return True


def _enter_model(interpreter: Interpreter, model: NamedModel) -> None:
    """What clients do with documents of a DocType, by the methods of its class."""
    said = doctype(interpreter, model)
    if said is not None and said.child:
        return
    evaluator = interpreter.module_evaluator(model.first.module)
    for name in _whitelisted(interpreter, model):
        method = interpreter.attributes.get(evaluator, document(evaluator, model, 0, stored=True), name, 0)
        enter(interpreter, CALLS, f"{model.name}.{name}", method)
    submittable = said.submittable if said is not None else _is_submitted(interpreter, model)
    names = ("save",) if model.table == SINGLES else (*STORING, *(SUBMITTING if submittable else ()))
    for name in names if model.table else ():
        held = document(evaluator, model, 0, stored=name != "insert")
        method = interpreter.attributes.get(evaluator, held, name, 0)
        enter(interpreter, CALLS, f"{model.name}.{name}", method, model.top)


def _is_submitted(interpreter: Interpreter, model: NamedModel) -> bool:
    """Whether documents are submitted of which another application has the DocType, by what this one's class has."""
    owners = [owner for owner in interpreter.classes.mro(model.top) if not owner.library]
    return any(name in owner.bindings for owner in owners for name in ("on_submit", "before_submit", "on_cancel"))


def _whitelisted(interpreter: Interpreter, model: NamedModel) -> list[str]:
    """The methods of a DocType's class that clients may call on a document."""
    owners = [one for one in interpreter.classes.mro(model.top) if not one.library]
    return [name for owner in owners for name in methods_decorated(owner, WHITELISTED, bare=True)]


def enqueued(call: NativeCall) -> Value:
    """`frappe.enqueue(sync, order=name)`, `frappe.enqueue("shop.tasks.sync", queue="long")`."""
    given = call.arguments.get(0, "method") or BOTTOM
    return _later(call, join((given, call.interpreter.names.told(given))), call.arguments.keywords)


def document_enqueued(call: NativeCall) -> Value:
    """`frappe.enqueue_doc("Sales Order", name, "sync")`."""
    found = meant_doctypes(call, call.arguments.get(0, "doctype") or BOTTOM)
    for model in found:
        for name in strings(call.arguments.get(2, "method") or BOTTOM):
            held = document(call.evaluator, model, call.line, stored=True)
            method = call.interpreter.attributes.get(call.evaluator, held, name, call.line)
            _later(call, method, call.arguments.keywords)
    return UNKNOWN


def action_queued(call: NativeCall) -> Value:
    """`order.queue_action("submit")`: the method behind it runs later."""
    receiver = call.receiver
    for name in strings(call.arguments.get(0, "action") or BOTTOM) if isinstance(receiver, Instance) else ():
        own = f"_{name}" if name in SUBMITTING else name
        _later(call, call.interpreter.attributes.get(call.evaluator, receiver.alone, own, call.line), {})
    return call.atoms.none


def _later(call: NativeCall, functions: Value, keywords: dict[str, Value]) -> Value:
    """A job is begun; one that is to run now is called."""
    passed = {name: one for name, one in keywords.items() if name not in ABOUT_JOB}
    if truth(keywords.get("now", BOTTOM)) is True:
        return call.interpreter.calls.call(call.evaluator, functions, Arguments((), passed), call.line)
    call.interpreter.calls.deferred(call.evaluator, functions, Arguments((), passed), call.line)
    register(call.interpreter, "task", "", functions)
    return UNKNOWN


NEEDS: Final = ("frappe",)
NATIVES: Final[dict[str, Handler]] = {
    "frappe.whitelist": decorator(CALLS),
    "frappe.utils.background_jobs.enqueue": enqueued,
    "frappe.utils.background_jobs.enqueue_doc": document_enqueued,
    f"{BASE}.queue_action": action_queued,
}
