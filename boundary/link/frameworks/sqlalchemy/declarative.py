"""What makes mapped classes?  `declarative_base`, registries, decorators, classical mappings, Flask's `db`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance
from boundary.link.frameworks.protocol import Hook, NativeCall
from boundary.link.frameworks.sqlalchemy.makers import note_main_session, note_query_class
from boundary.link.frameworks.sqlalchemy.mappers import mapper_of
from boundary.link.frameworks.sqlalchemy.mapping import Mapping
from boundary.link.frameworks.sqlalchemy.models import BASE, FLASK_MODEL, mappings
from boundary.link.frameworks.sqlalchemy.specs import DECLARATIVE, TableSpec, specs
from boundary.link.members import containers
from boundary.link.syntax.kinds import CALL, FUNCTION, NAME, parts_of
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler

FLASK: Final = "flask_sqlalchemy.SQLAlchemy"


def base(call: NativeCall) -> Value:
    """`declarative_base(cls=Mixin)`: a base, which has the mixin's attributes."""
    return bases(call.evaluator, BASE, call.arguments.get(-1, "cls"))


def bases(evaluator: Evaluator, dotted: str, mixin: Value | None) -> Value:
    """A base of models, with the class that it is made of beside it."""
    cls = evaluator.interpreter.library_class(dotted)
    found = evaluator.atoms.class_(cls) if cls is not None else UNKNOWN
    members = containers.members(mixin or BOTTOM) or [mixin or BOTTOM]
    return join([found, *(frozenset(a for a in one if isinstance(a, ClassAtom)) for one in members)])


def declarative_class(call: NativeCall) -> Value:
    """`@as_declarative()`: the class becomes a base."""
    classes = [atom for atom in call.first if isinstance(atom, ClassAtom)]
    for atom in classes:
        atom.cls.data["declarative"] = True
        call.interpreter.classes.regard(atom.cls, BASE)
    return call.first if classes else call.atoms.native("sqlalchemy.declarative")


def mapped(call: NativeCall) -> Value:
    """`@registry.mapped`: the class is mapped."""
    classes = [atom for atom in call.first if isinstance(atom, ClassAtom)]
    for atom in classes:
        call.interpreter.classes.regard(atom.cls, BASE)
    return call.first if classes else call.atoms.native(f"{DECLARATIVE}.mapped_class")


def declared_attr(call: NativeCall) -> Value:
    """`@declared_attr`."""
    return call.atoms.wrapped("declared", call.first)


def mapper(call: NativeCall) -> Value:
    """`mapper(Order, orders, properties={...})`: a classical mapping."""
    index = mappings(call.interpreter)
    tables = specs([call.arguments.get(1, "local_table") or BOTTOM], TableSpec)
    for atom in call.first:
        if not isinstance(atom, ClassAtom) or atom.cls in index.by_class:
            continue
        found = index.of_value(call.arguments.get(-1, "inherits") or BOTTOM)
        spec = tables[0] if tables else None
        if isinstance(spec, TableSpec):
            mapping = Mapping(atom.cls, spec.full_name, spec.schema, None, found, asks=spec.reflected)
            mapping.columns.update({column.name: column for column in spec.columns if column.name})
        elif found:
            mapping = Mapping(atom.cls, found[0].table, found[0].schema, None, found)
        else:
            continue
        call.interpreter.classes.regard(atom.cls, BASE)
        index.register(mapping)
        for name, value in (containers.pairs(call.arguments.get(-1, "properties") or BOTTOM) or {}).items():
            index.relate(mapping, str(name), value)
    mapped_classes = [atom.cls for atom in call.first if isinstance(atom, ClassAtom)]
    return join(mapper_of(call.evaluator, cls) for cls in mapped_classes) or UNKNOWN


class Names(Hook):
    """An object that has all names of SQLAlchemy."""

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.Column`, `db.relationship`, `db.select`; a type (`db.JSON`), or what the project's own class gives."""
        for dotted in ("sqlalchemy.orm", "sqlalchemy"):
            module = evaluator.interpreter.find_module(dotted)
            if module is not None and not name.startswith("__"):
                found = evaluator.interpreter.names.value(module, name)
                if found:
                    return found
        if not name[:1].isupper():
            return None
        return self._of_the_project(evaluator, atom, name, line) or evaluator.atoms.external(f"sqlalchemy.{name}")

    @staticmethod
    def _of_the_project(evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value:
        """The classes that a project's own `__getattr__` gives under a name: `class Order(db.Model, db.Stamped)`."""
        owner, _ = evaluator.interpreter.classes.lookup(atom.cls, "__getattr__")
        if owner is None or owner.library:
            return BOTTOM
        named = Arguments((evaluator.atoms.constant(name),))
        told = evaluator.interpreter.objects.method(evaluator, atom.alone, "__getattr__", line, named)
        return frozenset(one for one in told or () if isinstance(one, ClassAtom))


class FlaskHook(Names):
    """Flask-SQLAlchemy's `db`: all names of SQLAlchemy, and a base for models."""

    base = FLASK

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`SQLAlchemy(model_class=..., query_class=...)`."""
        del line
        state = evaluator.interpreter.frameworks.state
        model = arguments.get(-1, "model_class")
        if model:
            state["flask base"] = state.get("flask base", BOTTOM) | model
        note_query_class(evaluator, arguments.get(-1, "query_class"))
        note_main_session(evaluator, arguments.get(-1, "session_options"))
        return evaluator.atoms.instance(cls) if cls.library else None

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`db.Model`."""
        del line
        if name != "Model":
            return None
        del atom
        return bases(evaluator, FLASK_MODEL, evaluator.interpreter.frameworks.state.get("flask base"))


def start(interpreter: Interpreter) -> None:
    """Find the mapped classes before anything is evaluated, classical mappings among them."""
    if not interpreter.frameworks.follows_work:
        return
    mappings(interpreter)
    for module in list(interpreter.program.modules.values()):
        if not module.library and {"mapper", "map_imperatively"} & mapping_names(module.body):
            run_mappers(interpreter, module)


def mapping_names(body: list[object] | object) -> set[str]:
    """Which of the names of classical mapping are called somewhere."""
    found: set[str] = set()
    stack: list[object] = [body]
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind is tuple:
            stack.extend(node)  # type: ignore[arg-type]
        elif type(node) is CALL:
            callee = node.function
            found.add(callee.id if type(callee) is NAME else getattr(callee, "name", ""))
            stack.append(callee)
        else:
            stack.extend(parts_of(node))
    return found


def run_mappers(interpreter: Interpreter, module: ModuleInfo) -> None:
    """Evaluate the statements and functions of a module that map classes."""
    evaluator = interpreter.module_evaluator(module)
    for statement in module.statements:
        if not {"mapper", "map_imperatively"} & mapping_names(statement):
            continue
        if isinstance(statement, (code.Evaluate, code.Assign)):
            if statement.value is not None:
                evaluator.evaluate(statement.value)
        elif type(statement) is FUNCTION:
            for atom in interpreter.names.value(module, statement.name):
                if isinstance(atom, Function) and not atom.function.native:
                    interpreter.demand(interpreter.calls.root_context(atom), None)


HOOKS: Final = (FlaskHook(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{DECLARATIVE}.declarative_base": base,
    f"{DECLARATIVE}.as_declarative": declarative_class,
    "sqlalchemy.declarative": declarative_class,
    f"{DECLARATIVE}.mapped_class": mapped,
    f"{DECLARATIVE}.declared_attr": declared_attr,
    f"{DECLARATIVE}.mapper": mapper,
}
