"""What do the framework files answer for one program?  Asked by the interpreter, in the order of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from boundary.link.domain.asking import known
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance, Wrapped
from boundary.link.frameworks.django.contributed import takes_part
from boundary.link.frameworks.django.polymorphic import is_exact
from boundary.link.frameworks.python.set_name import learns
from boundary.link.frameworks.said import said
from boundary.link.frameworks.vendored import with_copies
from boundary.link.frameworks.vendored_folders import without_libraries
from boundary.link.syntax.imports import imported_names

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo, Program
    from boundary.link.domain.values import External, Function, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.execution import Executor
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, Hook
    from boundary.link.syntax.bodies import Bodies
    from boundary.model import code
    from boundary.model.facts import SourceModule
    from boundary.model.scan import ForeignKey, Table

MODEL: Final = "django.db.models.base.Model"
SESSION: Final = "sqlalchemy.orm.session.Session"
SCOPED: Final = "sqlalchemy.orm.session.scoped_session"
OPENING: Final = frozenset(
    {
        "django.db.transaction.Atomic",
        "pep249.CommittingConnection",
        "odoo.sql_db.NewCursor",
        "peewee.Database",
        "pony.orm.Session",
        "prisma.client.Batch",
        "transaction.TransactionManager",
        "trytond.transaction.Begun",
    }
)
"""Classes whose objects are transactions as `with` blocks."""

DJANGO_REQUEST: Final = "django.http.HttpRequest"
HELPERS: Final = "django.utils"
PYRAMID_REQUEST: Final = "pyramid.request.Request"
PYRAMID: Final = frozenset({"cornice", "pyramid"})
FRAMEWORKS: Final = frozenset(
    {
        *("aiohttp", "apiflask", "blacksheep", "bottle", "falcon", "fastapi", "flask", "flask_openapi3"),
        *("litestar", "py4web", "quart", "robyn", "sanic", "starlette", "tornado"),
    }
)
"""Packages with requests that hold no session and no user which tables would be read for."""
KEEPING: Final = (
    (frozenset({"aiohttp"}), "aiohttp.web.Request"),
    (frozenset({"fastapi", "starlette"}), "starlette.requests.Request"),
    (frozenset({"sanic"}), "sanic.request.Request"),
)
"""The requests of those of them whose applications keep objects there for the functions that answer them."""


class Frameworks:
    """What the framework files know: handlers by dotted name, hooks by class, guesses by name.

    `state` holds what they find out about one program (models, receivers, routes), by the name of the file.
    """

    def __init__(self) -> None:
        from boundary.link.frameworks.locators import locator  # noqa: PLC0415 - a framework file like others

        held = said()
        self._locator = locator
        self._natives: dict[str, Handler] = held.natives
        self._hooks: list[Hook] = held.hooks
        self.told: set[str] = held.told
        self.told_of: tuple[str, ...] = held.told_of
        self.instead: tuple[str, ...] = held.instead
        self._ask({name: [rule for rule, _ in rules] for name, rules in held.rules.items()})
        self.beside: tuple[str, ...] = ()
        """How the paths of folders begin in which the project holds libraries side by side."""
        self.imported: frozenset[str] = frozenset()
        """The modules that the project imports."""
        self._packages: frozenset[str] = frozenset()
        """What the project imports, and all packages around that."""
        self.follows_work = False
        """Whether the program has transactions that are spans of work up to a commit: a library's, or begun by hand."""
        self.naming: frozenset[str] = frozenset()
        """How functions of libraries are called that are told first whose rows are touched."""
        self.state: dict[str, Any] = {}
        self.stores_read: set[str] = set()
        """The libraries that keep data of which tables were found (`definitions/unread.py`)."""
        self.requests = DJANGO_REQUEST
        """The class of what a parameter called `request` is, where nothing else is known of it."""

    def _ask(self, rules: dict[str, list[Callable[..., Any]]]) -> None:
        """Ask these rules, by their names: a look at an attribute each, since some are asked everywhere."""
        self._named: list[Callable[[Evaluator, code.Expression], Value]] = rules["named"]
        self._guessed: list[Callable[[Evaluator, code.Call], Value]] = rules["guessed"]
        self._function_attributes: list[Callable[..., Value | None]] = rules["function_attribute"]
        self._wrapped_attributes: list[Callable[..., Value | None]] = rules["wrapped_attribute"]
        self._wrapped_calls: list[Callable[..., Value | None]] = rules["call_wrapped"]
        self._combined: list[Callable[..., Value | None]] = rules["combined"]
        self._entered: list[Callable[[code.Expression, code.Expression | None], bool]] = rules["enters_connection"]
        self._left: list[Callable[[Evaluator, Value, int], None]] = rules["leaves_block"]
        self._externals: list[Callable[..., Value | None]] = rules["external"]
        self._signatures: list[Callable[[FunctionInfo], str | None]] = rules["signature"]
        self._traits: list[Callable[..., None]] = rules["trait"]
        self._answered: list[Callable[..., None]] = rules["answered"]
        self._handed: list[Callable[[Interpreter, Function], dict[str, Value] | None]] = rules["handed_to"]
        self._parameters: list[Callable[[Interpreter, FunctionInfo, str], ClassInfo | None]] = rules["parameter"]
        self._operated: list[Callable[..., Value | None]] = rules["operated"]
        self._works: list[Callable[[Program, Bodies], bool]] = rules["works"]
        self.described: list[Callable[[Interpreter], Iterable[Table | ForeignKey]]] = rules["described"]
        self.binds: list[Callable[[Interpreter], None]] = rules["bind"]
        """What gives modules names beside those that their statements bind, before any name is looked up."""
        self.starts: list[Callable[[Interpreter], None]] = rules["start"]
        self.finishes: list[Callable[[Interpreter], bool]] = rules["finish"]
        """What waits until nothing changes any more; each says whether it has done anything."""

    def without_told(self, modules: Iterable[SourceModule]) -> list[SourceModule]:
        """The modules without those of which skeletons tell instead, where a project holds a framework, too."""
        starts = tuple(f"{name}." for name in self.instead)
        left, self.beside = without_libraries(modules)
        return with_copies(
            one
            for one in left
            if one.library or not (f"{one.name}.".startswith(starts) or f"{one.name}.__init__" in self.instead)
        )

    def native(self, function: FunctionInfo) -> str | None:
        """The name under which a function is handled by the linker itself, None for ordinary code."""
        if function.library:
            return function.dotted if function.dotted in self._natives else self._locator(function)
        return self._locator(function) or next((name for rule in self._signatures if (name := rule(function))), None)

    def handler(self, name: str) -> Handler | None:
        """The handler of a native by its name."""
        return self._natives.get(name)

    def hooks(self, interpreter: Interpreter, cls: ClassInfo) -> list[Hook]:
        """The hooks for the objects of a class."""
        found: list[Hook] | None = cls.hooks
        if found is None:
            above = interpreter.classes.above(cls)
            found = cls.hooks = [hook for hook in self._hooks if hook.base in above]
        return found

    def place(self, evaluator: Evaluator, cls: ClassInfo, site: tuple[object, str]) -> Hashable:
        """What keeps an object of the class apart that is made at a place, None where nothing does."""
        for hook in self.hooks(evaluator.interpreter, cls):
            if hook.distinct:
                return ("made", *site) if hook.holding else site
        apart = takes_part(evaluator.interpreter, cls) or learns(evaluator.interpreter, cls)
        return ("made", *site) if apart else None

    def named(self, evaluator: Evaluator, node: code.Expression, value: Value) -> Value:
        """What the name of an expression suggests, where nothing else is known of its value."""
        for rule in self._named:
            found = rule(evaluator, node)
            if found:
                return found | value
        return value

    def guessed_callees(self, evaluator: Evaluator, node: code.Call) -> Value:
        """Functions that a call on something unknown may mean, by the name alone."""
        for rule in self._guessed:
            found = rule(evaluator, node)
            if found:
                return found
        return BOTTOM

    def function_attribute(self, evaluator: Evaluator, atom: Function, name: str, line: int) -> Value | None:
        """`function.name`: `.delay` of a task."""
        for rule in self._function_attributes:
            found: Value | None = rule(evaluator, atom, name, line)
            if found is not None:
                return found
        return None

    def wrapped_attribute(self, evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
        """An attribute of a value that a framework wrapped."""
        for rule in self._wrapped_attributes:
            found: Value | None = rule(evaluator, atom, name, line)
            if found is not None:
                return found
        return None

    def call_wrapped(self, evaluator: Evaluator, atom: Wrapped, arguments: Arguments, line: int) -> Value:
        """A call of a value that a framework wrapped."""
        for rule in self._wrapped_calls:
            found: Value | None = rule(evaluator, atom, arguments, line)
            if found is not None:
                return found
        return UNKNOWN

    def external(self, evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
        """A call of something in a package that is not read, where its name tells what it does."""
        for rule in self._externals:
            found: Value | None = rule(evaluator, atom, arguments, line)
            if found is not None:
                return found
        return None

    def handed_to(self, interpreter: Interpreter, atom: Function) -> dict[str, Value] | None:
        """What a framework hands a function that it calls, by the names of the parameters."""
        return next((found for rule in self._handed if (found := rule(interpreter, atom))), None)

    def parameter(self, interpreter: Interpreter, function: FunctionInfo, name: str) -> ClassInfo | None:
        """The class of what a framework hands over for a parameter of this name, where nothing else is known of it."""
        if name == "request":
            return interpreter.library_class(self.requests)
        return next((found for rule in self._parameters if (found := rule(interpreter, function, name))), None)

    def enters_connection(self, written: code.Expression, target: code.Expression | None) -> bool:
        """Whether entering something unknown opens a transaction, by how it and what it is bound to are called."""
        return self.follows_work and any(rule(written, target) for rule in self._entered)

    def leaves_block(self, evaluator: Evaluator, opened: Value, line: int) -> None:
        """A block ends that was a transaction of what is `opened`, and stands at a line."""
        for rule in self._left:
            rule(evaluator, opened, line)

    def combined(self, evaluator: Evaluator, values: list[Value]) -> Value | None:
        """`a | b` and `a & b`: querysets, lookups; sets and dicts are joined."""
        for rule in self._combined:
            found: Value | None = rule(evaluator, values)
            if found is not None:
                return found
        return join(value for value in values if known(value)) or None

    def operated(self, evaluator: Evaluator, values: list[Value]) -> Value | None:
        """`a == b`, `a < b`, `a + b` of things that build an expression instead: columns of a table."""
        for rule in self._operated:
            found: Value | None = rule(evaluator, values)
            if found is not None:
                return found
        return None

    def enter_trait(self, executor: Executor, trait: tuple[object, ...]) -> None:
        """A function with a trait (what a decorator left on it) begins."""
        for rule in self._traits:
            rule(executor, trait)

    def leave_traits(self, executor: Executor, value: Value, line: int) -> None:
        """A function with traits returns a value."""
        for trait in executor.traits:
            if isinstance(trait, tuple):
                for rule in self._answered:
                    rule(executor, trait, value, line)

    def meet(self, program: Program, bodies: Bodies) -> None:
        """See which libraries the project imports."""
        project = [module for module in program.modules.values() if not module.library]
        self.imported = frozenset(imported_names([one for module in project for _, one in module.imports]))
        parts = [name.split(".") for name in self.imported]
        self._packages = frozenset([".".join(part[:depth]) for part in parts for depth in range(1, len(part) + 1)])
        self._ask(
            {
                name: [rule for rule, needs in rules if not needs or any(self.imports(each) for each in needs)]
                for name, rules in said().rules.items()
            }
        )
        self.naming = frozenset(
            [
                name
                for names, needs in said().naming
                if not needs or any(self.imports(each) for each in needs)
                for name in names
            ]
        )
        self.follows_work = any(self.imports(each) for each in said().work) or any(
            rule(program, bodies) for rule in self._works
        )
        packages = {name.partition(".")[0] for name in self.imported if not _is_helper(name)}
        if packages & PYRAMID and "django" not in packages:
            self.requests = PYRAMID_REQUEST
        elif (used := _frameworks(packages)) and not any("django" in name for name in packages):
            self.requests = next((request for of, request in KEEPING if used <= of), "")

    def imports(self, package: str) -> bool:
        """Whether the project imports a package, or a module in it."""
        return package in self._packages

    def annotated(self, evaluator: Evaluator, cls: ClassInfo) -> Value:
        """Instances that an annotation with a class promises; that something is a row of any model promises nothing."""
        if cls.dotted == MODEL:
            return UNKNOWN
        is_model = evaluator.interpreter.classes.is_subclass(cls, MODEL)
        return evaluator.atoms.instance(cls, exact=is_model and is_exact(evaluator.interpreter, cls))

    def is_session(self, interpreter: Interpreter, value: Value) -> bool:
        """Whether a value may be a session, with work of its own."""
        return _may_be(interpreter, value, SESSION)

    def is_session_of_thread(self, interpreter: Interpreter, value: Value) -> bool:
        """Whether a value is the session of the thread or request, as whoever asks for it gets it."""
        return _may_be(interpreter, value, SCOPED)

    def rows_of(self, evaluator: Evaluator, value: Value) -> Value:
        """A queryset of the models of which `value` holds instances."""
        queryset = evaluator.interpreter.library_class("django.db.models.query.QuerySet")
        if queryset is None:
            return UNKNOWN
        models = [atom.cls for atom in value if isinstance(atom, Instance)]
        return join(evaluator.atoms.instance(queryset, model=model) for model in models) or UNKNOWN

    def opens_transaction(self, cls: ClassInfo) -> bool:
        """Whether entering an instance of the class as a context manager opens a transaction."""
        return any(one.dotted in OPENING for one in cls.mro or ()) or not OPENING.isdisjoint(cls.externals)


def _frameworks(packages: set[str]) -> set[str]:
    """The frameworks that a program uses, or extensions of: `flask_restx`."""
    return {one for name in packages for one in (name, name.partition("_")[0]) if one in FRAMEWORKS}


def _is_helper(module: str) -> bool:
    """Whether a module is one of Django's helpers, which code without Django takes where it is there: no request."""
    return module == HELPERS or module.startswith(f"{HELPERS}.")


def _may_be(interpreter: Interpreter, value: Value, dotted: str) -> bool:
    """Whether a value may be an object of a class of this dotted name."""
    return any(isinstance(atom, Instance) and interpreter.classes.is_subclass(atom.cls, dotted) for atom in value)


__all__ = ["ClassAtom", "Frameworks"]
