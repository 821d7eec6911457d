"""Which methods run beside what Odoo stores?  Constraints, checks of deletions, defaults, what sets a computed field.

    code = fields.Char(default=lambda self: self._next_code())
    partner_name = fields.Char(compute="_compute_name", inverse="_inverse_name")

    @api.constrains("code")
    def _check_code(self): ...

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self): ...

A constraint runs where one of its fields is written, and for each new row; a default where a new row is not given the
field; an inverse where the field is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import functions
from boundary.link.frameworks.odoo.core import field_of
from boundary.link.syntax.kinds import ASSIGN, CALL, CONSTANT, FUNCTION
from boundary.link.syntax.walking import given, last_name

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.named_models import NamedModel

STATE: Final = "odoo hooks"


class Hooks:
    """The methods of one model that run beside what is stored."""

    def __init__(self) -> None:
        self.constraints: dict[str, set[str]] = {}
        """The fields that each method checks."""
        self.before_deletes: list[str] = []
        self.defaults: dict[str, Value] = {}
        """The function that gives the default of a field."""


def hooks_of(interpreter: Interpreter, model: NamedModel) -> Hooks:
    """The methods of a model, of all its modules, found once."""
    held: dict[str, Hooks] = interpreter.frameworks.state.setdefault(STATE, {})
    found = held.get(model.name)
    if found is not None:
        return found
    found = held[model.name] = Hooks()
    for owner in reversed(interpreter.classes.mro(model.top)):
        for name, bindings in list(owner.bindings.items()) if not owner.library else ():
            statement = bindings[-1].statement
            if type(statement) is FUNCTION:
                for one in statement.decorators:
                    kind = last_name(one.function) if type(one) is CALL else last_name(one)
                    if kind == "constrains" and type(one) is CALL:
                        texts = [arg.value for arg in one.arguments if type(arg) is CONSTANT]
                        checked = found.constraints.setdefault(name, set())
                        checked.update(text for text in texts if isinstance(text, str))
                    elif kind == "ondelete" and name not in found.before_deletes:
                        found.before_deletes.append(name)
            made = statement.value if type(statement) is ASSIGN else None
            default = given(made, -1, "default") if type(made) is CALL else None
            if default is not None and type(default) is not CONSTANT:
                value = interpreter.class_evaluator(owner).evaluate(default)
                if called := functions(value):
                    found.defaults[name] = called
    return found


def stored_beside(  # noqa: PLR0913 - one call, spelled out
    evaluator: Evaluator,
    model: NamedModel,
    names: Collection[str] | None,
    line: int,
    run: Callable[[Evaluator, NamedModel, str, int], Value],
    *,
    created: bool,
) -> None:
    """What runs where these fields of a model are stored; None where it is not known which."""
    hooks = hooks_of(evaluator.interpreter, model)
    for name, checked in hooks.constraints.items():
        if created or names is None or not checked.isdisjoint(names):
            run(evaluator, model, name, line)
    for name in names or ():
        one = field_of(model, name)
        if one is not None and one.setter:
            run(evaluator, model, one.setter, line)
    for name, default in hooks.defaults.items() if created else ():
        if names is None or name not in names:
            row = Arguments((evaluator.atoms.instance(model.top, stored=False),))
            evaluator.interpreter.calls.call(evaluator, default, row, line)
