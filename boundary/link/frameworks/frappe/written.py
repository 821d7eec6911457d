"""Which DocType does code write into what it makes a document of, where nothing else is known of that?

    for entry in entries:                           args.update({"doctype": "Stock Entry"})
        entry.doctype = "Stock Entry"               frappe.get_doc(args).submit()
        frappe.get_doc(entry).db_update()           frappe.get_doc(args.update({"doctype": "Stock Entry"}))

What has been read as a dict is one whose keys are attributes, too. Asked where the variable is used, in that function.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, CONSTANT, FORMAT, NAME, OPERATION, SUBSCRIPT
from boundary.link.syntax.walking import nodes_in, written_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.model import code

DOCTYPE: Final = "doctype"


def written(evaluator: Evaluator) -> Value:
    """The DocType that the function at hand writes into the first argument of the call at hand."""
    call, function = evaluator.calling, evaluator.context.function
    first = call.arguments[0] if call is not None and call.arguments else None
    if first is None or function is None:
        return BOTTOM
    found = [*_updated(first)]
    if type(first) is NAME:
        for node in nodes_in(function.body):
            found += _into(node, first.id)
    return join(evaluator.evaluate(one) for one in found)


def is_put_together(evaluator: Evaluator) -> bool:
    """Whether the first argument of the call at hand is made of pieces: `self.doctype + " Item"`.

    Not every DocType that a controller is for has one so called beside it.
    """
    call = evaluator.calling
    first = call.arguments[0] if call is not None and call.arguments else None
    return type(first) in {OPERATION, FORMAT}


def _into(node: object, name: str) -> Iterator[code.Expression]:
    """`name.doctype = value`, `name["doctype"] = value`, `name.update({"doctype": value})`."""
    if type(node) is ASSIGN and node.value is not None and len(node.targets) == 1:
        if _is_field(node.targets[0], name):
            yield node.value
    elif type(node) is CALL and type(node.function) is ATTRIBUTE and _is(node.function.value, name):
        yield from _updated(node)


def _updated(node: object) -> Iterator[code.Expression]:
    """What `x.update({"doctype": value})` says."""
    if type(node) is CALL and type(node.function) is ATTRIBUTE and node.function.name == "update":
        for argument in node.arguments:
            for key, value in written_pairs(argument):
                if _is_key(key):
                    yield value  # type: ignore[misc]


def _is_field(target: code.Expression, name: str) -> bool:
    """`name.doctype`, `name["doctype"]`."""
    if type(target) is ATTRIBUTE:
        return target.name == DOCTYPE and _is(target.value, name)
    return type(target) is SUBSCRIPT and _is_key(target.index) and _is(target.value, name)


def _is(node: object, name: str) -> bool:
    return type(node) is NAME and node.id == name


def _is_key(node: object) -> bool:
    return type(node) is CONSTANT and node.value == DOCTYPE
