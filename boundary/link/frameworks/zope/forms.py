"""What does a form of Zope change?  The attributes of its object that its fields are called after.

    form_fields = form.Fields(IOrder).select("total", "customer")
    form.applyChanges(self.context, self.form_fields, data)

The fields of an interface are what its body assigns; `select` and `omit` leave some of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.syntax.kinds import ASSIGN, CALL

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

FIELDS: Final = "zope.formlib.form.FormFields"
NAMED: Final = "fields"
CHOSEN: Final = "zope.formlib.chosen"


def _of_interface(interpreter: Interpreter, interface: ClassInfo) -> list[str]:
    """The fields of an interface and of those that it extends."""
    return [
        name
        for one in interpreter.classes.mro(interface)
        for name, bindings in one.bindings.items()
        if type(bindings[-1].statement) is ASSIGN and type(bindings[-1].statement.value) is CALL
    ]


def _names(atom: Instance) -> tuple[str, ...]:
    site = atom.site
    return site[1] if isinstance(site, tuple) and site[:1] == (NAMED,) else ()


def _fields(evaluator: Evaluator, names: tuple[str, ...]) -> Value:
    made = evaluator.interpreter.library_class(FIELDS)
    return evaluator.atoms.instance(made, site=(NAMED, names)) if made is not None else UNKNOWN


class FormFields(Hook):
    """Fields of forms: made of interfaces and of others, chosen by name."""

    base = FIELDS

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`form.Fields(IOrder)`, `form.Fields(one, other)`."""
        del line, cls
        found: list[str] = []
        for value in arguments.positional:
            for atom in value:
                if isinstance(atom, ClassAtom):
                    found += _of_interface(evaluator.interpreter, atom.cls)
                elif isinstance(atom, Instance):
                    found += _names(atom)
        return _fields(evaluator, tuple(dict.fromkeys(found)))

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`fields.select`, `fields.omit`."""
        del line
        return evaluator.atoms.native(CHOSEN, (atom, name)) if name in {"select", "omit"} else None


def chosen(call: NativeCall) -> Value:
    """`fields.select("total")`, `fields.select(*self.field_names)`, `fields.omit("customer")`."""
    atom, kind = call.receiver
    named = [text for value in call.arguments.positional for text in strings(value)]
    rest = call.arguments.rest
    if kind == "select":
        more = strings(rest) if rest else []
        return _fields(call.evaluator, tuple(dict.fromkeys([*named, *more])) or _names(atom))
    return _fields(call.evaluator, tuple(name for name in _names(atom) if name not in named))


def apply_changes(call: NativeCall) -> Value:
    """`form.applyChanges(order, fields, data)`: each field is set, or any attribute where they are not known."""
    evaluator = call.evaluator
    fields = call.arguments.get(1, "form_fields") or BOTTOM
    names = list(dict.fromkeys(name for atom in fields if isinstance(atom, Instance) for name in _names(atom)))
    for name in names:
        call.interpreter.stores.set(evaluator, call.first, name, UNKNOWN, call.line)
    for atom in call.first if not names else ():
        if isinstance(atom, Instance):
            call.interpreter.stores.set_any(evaluator, atom, UNKNOWN, call.line)
    return UNKNOWN


NEEDS: Final = ("zope",)
HOOKS: Final = (FormFields(),)
NATIVES: Final[dict[str, Handler]] = {
    CHOSEN: chosen,
    "zope.formlib.form.applyChanges": apply_changes,
    "zope.formlib.form.applyData": apply_changes,
}
