"""Which triggers do models declare in Python?  django-pgtrigger's and django-pghistory's, as the files of SQL they are.

    class Order(models.Model):
        class Meta:
            triggers = [pgtrigger.Trigger(name="log", operation=pgtrigger.Insert, func="INSERT INTO ...; RETURN NEW;")]

    @pghistory.track(pghistory.UpdateEvent(), model_name="OrderChange")
    class Order(models.Model): ...

The database runs them at each write, also at those that no signal tells of. What a trigger only forbids is left out,
and so is the row of the context in which a change was made: there is one where a request or a block says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.domain.asking import strings
from boundary.link.domain.values import ClassAtom
from boundary.link.frameworks.django.models import models
from boundary.link.syntax.kinds import ASSIGN, CALL, DISPLAY
from boundary.link.syntax.walking import given, last_name, nodes_in
from boundary.model import code
from boundary.model.sql import SqlSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.model.sql import SqlFileFacts

PACKAGES: Final = ("pgtrigger", "pghistory")
OPERATIONS: Final = {"Insert": "INSERT", "Update": "UPDATE", "UpdateOf": "UPDATE", "Delete": "DELETE"}
WHEN: Final = {"Before": "BEFORE", "After": "AFTER", "InsteadOf": "INSTEAD OF"}
WRITTEN: Final = "triggers"
"""The option of `Meta` that lists triggers."""
REGISTERS: Final = "register"
"""The decorator that does."""
TRACKS: Final = "track"
SOFT: Final = "SoftDelete"
"""A trigger that updates a row instead of deleting it."""
EVENTS: Final = {"InsertEvent": "INSERT", "UpdateEvent": "UPDATE", "DeleteEvent": "DELETE"}
SNAPSHOTS: Final = frozenset({"Snapshot"})
"""What is kept of each insert and each update."""
ALWAYS: Final = ("INSERT", "UPDATE")
"""What is kept where nothing is said."""
TABLE: Final = "{meta.db_table}"
"""What stands for the model's table in the function of a trigger."""


class _Trigger(NamedTuple):
    """One trigger: its name, the line that says so, what sets it off, when it runs, and its function."""

    name: str
    line: int
    events: tuple[str, ...]
    when: str
    body: str


def declared_triggers(interpreter: Interpreter, read_file: Callable[[str], SqlFileFacts]) -> list[SqlSource]:
    """The triggers that the project's models declare, for each model as one file of SQL that makes them."""
    if not any(interpreter.frameworks.imports(package) for package in PACKAGES):
        return []
    found: list[SqlSource] = []
    for model in models(interpreter).by_class.values():
        if not model.cls.library and not model.abstract:
            triggers = [*_listed(interpreter, model), *_tracked(interpreter, model)]
            module = model.cls.module
            found += [SqlSource(module.name, module.file, read_file(_sql(one, model.table))) for one in triggers]
    return found


def _sql(trigger: _Trigger, table: str) -> str:
    """The statements that make a trigger, at its line."""
    name = re.sub(r"\W+", "_", f"{trigger.name}_{table}")
    events = " OR ".join(trigger.events)
    text = f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN {trigger.body} END; $$ LANGUAGE plpgsql;"
    made = f'CREATE TRIGGER {name} {trigger.when} {events} ON "{table}" FOR EACH ROW EXECUTE FUNCTION {name}();'
    return "\n" * (trigger.line - 1) + text.replace("\n", " ") + " " + made


# --- pgtrigger --------------------------------------------------------------------------------------------


def _listed(interpreter: Interpreter, model: ModelInfo) -> Iterator[_Trigger]:
    """The triggers in `Meta.triggers`, and those that `@pgtrigger.register(...)` is given."""
    registered = [(model.cls, call) for one in _decorating(model.cls, REGISTERS) for call in _given_calls(one)]
    for owner, call in [*_in_meta(interpreter, model.cls), *registered]:
        evaluator = interpreter.class_evaluator(owner)
        trigger = _trigger(evaluator, model, call)
        if trigger is not None:
            yield trigger


def _in_meta(interpreter: Interpreter, cls: ClassInfo) -> Iterator[tuple[ClassInfo, code.Call]]:
    """The calls that stand in the list; the `Meta` of an abstract model goes for those below that have none."""
    for one in interpreter.classes.mro(cls):
        for atom in interpreter.classes.own(one, "Meta"):
            for meta in interpreter.classes.mro(atom.cls) if isinstance(atom, ClassAtom) else ():
                for binding in meta.bindings.get(WRITTEN, ()):
                    value = binding.statement.value if type(binding.statement) is ASSIGN else None
                    yield from ((one, item) for item in _items(value) if type(item) is CALL)
                    return
            return


def _items(value: code.Expression | None) -> tuple[code.Expression, ...]:
    return value.items if type(value) is DISPLAY else ()


def _decorating(cls: ClassInfo, name: str) -> list[code.Call]:
    """The decorators of this name that are called."""
    held = cls.node.decorators if cls.node is not None else ()
    return [one for one in held if type(one) is CALL and last_name(one.function) == name]


def _given_calls(decorator: code.Call) -> list[code.Call]:
    return [one for one in decorator.arguments if type(one) is CALL]


def _trigger(evaluator: Evaluator, model: ModelInfo, call: code.Call) -> _Trigger | None:
    """What one call makes, of a class of pgtrigger's or of one of the project's below it."""
    said = _Said(evaluator, call)
    name = said.text("name") or "trigger"
    if last_name(call.function) == SOFT:
        body = f'UPDATE "{model.table}" SET deleted = 1; RETURN NULL;'  # noqa: S608 - read, and never executed
        return _Trigger(name, call.line, ("DELETE",), "BEFORE", body)
    body = said.text("func")
    events = tuple(dict.fromkeys(OPERATIONS[one] for one in said.names("operation") if one in OPERATIONS))
    if not body or not events:
        return None
    when = next((WHEN[one] for one in said.names("when") if one in WHEN), "AFTER")
    return _Trigger(name, call.line, events, when, body.replace(TABLE, f'"{model.table}"'))


class _Said:
    """What is said of a trigger where it is made, else in the body of its class."""

    def __init__(self, evaluator: Evaluator, call: code.Call) -> None:
        self._evaluator = evaluator
        self._call = call
        made = evaluator.evaluate(call.function)
        self._classes = [atom.cls for atom in made if isinstance(atom, ClassAtom) and not atom.cls.library]

    def _node(self, name: str) -> tuple[Evaluator, code.Expression] | None:
        node = given(self._call, -1, name)
        if node is not None:
            return self._evaluator, node
        interpreter = self._evaluator.interpreter
        for cls in self._classes:
            for one in interpreter.classes.mro(cls):
                for binding in one.bindings.get(name, ()):
                    value = binding.statement.value if type(binding.statement) is ASSIGN else None
                    if value is not None:
                        return interpreter.class_evaluator(one), value
        return None

    def text(self, name: str) -> str:
        """The one text that something is, also within `pgtrigger.Func(...)`."""
        found = self._node(name)
        if found is None:
            return ""
        evaluator, node = found
        if type(node) is CALL and last_name(node.function) == "Func" and node.arguments:
            node = node.arguments[0]
        texts = strings(evaluator.evaluate(node))
        return texts[0] if len(texts) == 1 else ""

    def names(self, name: str) -> list[str]:
        """The names of which an expression is made: `pgtrigger.Insert | pgtrigger.Update`."""
        found = self._node(name)
        nodes = nodes_in((found[1],)) if found is not None else ()  # type: ignore[arg-type]
        return [last_name(one) for one in nodes if isinstance(one, (code.Name, code.Attribute))]


# --- pghistory --------------------------------------------------------------------------------------------


def _tracked(interpreter: Interpreter, model: ModelInfo) -> Iterator[_Trigger]:
    """The trigger that keeps what changes of a model in a table of events."""
    for decorator in _decorating(model.cls, TRACKS):
        trackers = _given_calls(decorator)
        events = dict.fromkeys(event for one in trackers for event in _events(one))
        if trackers and not events:
            continue  # those that the code makes by itself
        table = _table_of_events(interpreter, model, decorator)
        body = f'INSERT INTO "{table}" (pgh_created_at) VALUES (NOW()); RETURN NULL;'  # noqa: S608 - as above
        yield _Trigger("pghistory", decorator.line, tuple(events) or ALWAYS, "AFTER", body)


def _events(tracker: code.Call) -> tuple[str, ...]:
    """What a tracker keeps: `UpdateEvent()`, `Snapshot()`, `RowEvent(operation=pgtrigger.Delete)`."""
    name = last_name(tracker.function)
    if name in SNAPSHOTS:
        return ALWAYS
    if name in EVENTS:
        return (EVENTS[name],)
    node = given(tracker, -1, "operation")
    named = (last_name(one) for one in nodes_in((node,)) if isinstance(one, code.Attribute)) if node is not None else ()  # type: ignore[arg-type]
    return tuple(OPERATIONS[one] for one in named if one in OPERATIONS)


def _table_of_events(interpreter: Interpreter, model: ModelInfo, decorator: code.Call) -> str:
    """The table of the model of events, whose name says of which model it is, and of which fields."""
    evaluator = interpreter.class_evaluator(model.cls)

    def said(name: str) -> list[str]:
        node = given(decorator, -1, name)
        value = evaluator.evaluate(node) if node is not None else None
        return strings(value) if value is not None else []

    fields = given(decorator, -1, "fields")
    named = [text for one in _items(fields) for text in strings(evaluator.evaluate(one))]
    words = [model.cls.name, *(re.sub(r"[-_. ]([a-z])", lambda found: found[1].upper(), f"_{one}") for one in named)]
    name = (said("model_name") or [f"{''.join(words)}Event"])[0]
    label = (said("app_label") or [model.label])[0]
    return f"{label}_{name.lower()}"
