"""What does an annotation promise?  Instances of classes, collections of them, rows of models."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import known, modules
from boundary.link.domain.joining import join
from boundary.link.domain.values import (
    ANY,
    BOTTOM,
    OR_PLAIN,
    UNKNOWN,
    ClassAtom,
    Constant,
    Container,
    External,
    Instance,
    Value,
    by_age,
)
from boundary.link.frameworks.python.typed_dicts import is_typed_dict
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, CONSTANT, DISPLAY, NAME
from boundary.link.syntax.walking import first_name, last_name
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter


FORMS: Final = frozenset({"builtins", "typing_extensions", "mypy_extensions", "numpy", "beartype", "_typeshed"})
"""Packages whose names in annotations are forms, and types that others are written for."""
NONE: Final = code.Constant(None)
OF_ITS_PARTS: Final = frozenset(
    {
        *("Optional", "Union", "Annotated", "ClassVar", "Final", "Required", "NotRequired"),
        *("FromDishka", "Injected"),  # what a container of dependencies gives
        *("strawberry.Parent", "strawberry.Private"),
    }
)
"""Forms that promise what one of their parts does."""
PLAIN_TYPES: Final = frozenset({"bool", "bytes", "date", "datetime", "Decimal", "float", "int", "str", "UUID"})
"""Types of plain values: what may also be one (`order: Order | int`) is not an object of another class."""
AWAITED: Final = frozenset({"Awaitable", "Coroutine"})
ENTERED: Final = frozenset(
    {"AbstractContextManager", "ContextManager", "AbstractAsyncContextManager", "AsyncContextManager"}
)
"""What a `with` on it gives is what its first part says."""
COLLECTIONS: Final = {
    **dict.fromkeys(("list", "List", "Iterable", "Iterator", "Generator", "Sequence", "MutableSequence"), "list"),
    **dict.fromkeys(("AsyncIterable", "AsyncIterator", "AsyncGenerator", "Collection", "deque", "Deque"), "list"),
    **dict.fromkeys(("set", "Set", "MutableSet", "AbstractSet", "frozenset", "FrozenSet"), "set"),
    **dict.fromkeys(("tuple", "Tuple"), "tuple"),
}
"""Annotations of collections, and what each is taken for: the first part says what is in it."""
DICTS: Final = frozenset({"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict"})


def promised_classes(promised: Value) -> Iterator[ClassInfo]:
    """The classes of whose objects an annotation promises one, or a collection."""
    for atom in by_age(promised):
        if isinstance(atom, Instance):
            yield atom.cls
        elif isinstance(atom, Container):
            yield from promised_classes(atom.element)


class Annotations:
    """Reads annotations as values."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms
        self._open: list[code.Name] = []
        self._known: dict[int, Value] = {}
        self._nothing: dict[int, Value] = {}
        """What the annotations promise that name nothing that is read (`str`), until something new is stored."""
        self._in_classes: dict[tuple[ClassInfo, int], Value] = {}
        """What annotations in class bodies promise, until then."""
        self._bases: frozenset[str] | None = None
        """What the classes outside of the program are called that classes of it are kinds of."""
        self._told_of: frozenset[str] = frozenset()
        """The packages of which skeletons are linked: rules may say what else these have."""
        self._solved: dict[str, Value] = {}
        """What type variables stand for in the annotation at hand."""

    def solved_as(self, evaluator: Evaluator, annotation: code.Expression, solved: dict[str, Value]) -> Value:
        """The same, where it is known what the type variables in it stand for."""
        before, self._solved = self._solved, solved
        try:
            return self.of(evaluator, annotation)
        finally:
            self._solved = before

    def at_top(self, module: ModuleInfo, annotation: code.Expression) -> Value:
        """The same for an annotation whose names are those of its module; what it was once known to promise it does."""
        key = id(annotation)
        promised = self._known.get(key)
        if promised is None:
            promised = self._nothing.get(key)
        if promised is None:
            promised = self.solved_as(self._interpreter.module_evaluator(module), annotation, {})
            if known(promised):
                self._known[key] = promised
            elif self._interpreter.settled and not self._open:
                self._nothing[key] = promised
        return promised

    def in_class(self, cls: ClassInfo, annotation: code.Expression) -> Value:
        """The same for an annotation in the body of a class, whose names are those around the class."""
        key = cls, id(annotation)
        lasting = not self._solved and not self._open
        promised = self._in_classes.get(key) if lasting else None
        if promised is None:
            promised = self.of(self._interpreter.class_evaluator(cls, outside=True), annotation)
            if lasting and self._interpreter.settled and cls.closure is None:
                self._in_classes[key] = promised
        return promised

    def forget(self) -> None:
        """Something was stored in a module or class: what annotations name may be more now."""
        self._nothing.clear()
        self._in_classes.clear()

    def of(self, evaluator: Evaluator, annotation: code.Expression) -> Value:
        """Instances as an annotation promises them; unknown where it names nothing that is read."""
        if type(annotation) is NAME or type(annotation) is ATTRIBUTE:
            return self._named(evaluator, annotation)
        match annotation:
            case code.Constant(value=str(text)):
                named = name_of(text)
                return self.of(evaluator, named) if named is not None else UNKNOWN
            case code.Operation(operator="|", operands=operands):
                return self._either(evaluator, [operand for operand in operands if operand != annotation])
            case code.Subscript(value=value, index=index):
                return self._generic(evaluator, value, index)
            case _:
                return UNKNOWN

    def _named(self, evaluator: Evaluator, annotation: code.Name | code.Attribute) -> Value:
        """What a type variable stands for, instances of a class, or what an alias promises."""
        if self._solved and type(annotation) is NAME and annotation.id in self._solved:
            return self._solved[annotation.id]
        named = evaluator.evaluate(annotation)
        found = [
            self._interpreter.frameworks.annotated(evaluator, atom.cls) for atom in named if isinstance(atom, ClassAtom)
        ]
        if not found and last_name(annotation) in DICTS:
            return self._atoms.container("dict", UNKNOWN)
        return join(found) or self.outside(named) or self._alias(evaluator, annotation)

    def outside(self, named: Value) -> Value:
        """An object of a class of a package that is not read, and of which no class of the program is a kind."""
        found: list[Value] = []
        for atom in named:
            if not isinstance(atom, External) or not self._is_final(atom.dotted):
                return BOTTOM
            found.append(self._atoms.external(f"{atom.dotted}()"))
        return join(found)

    def _is_final(self, dotted: str) -> bool:
        package, _, _ = dotted.partition(".")
        name = dotted.rpartition(".")[2]
        if "(" in dotted or package in sys.stdlib_module_names or package in FORMS or not name[:1].isupper():
            return False
        if self._bases is None:
            classes = [one for one in self._interpreter.program.classes if not one.library]
            for one in classes:
                self._interpreter.classes.mro(one)
            self._bases = frozenset(base.rpartition(".")[2] for one in classes for base in one.externals)
            modules = self._interpreter.program.modules.values()
            self._told_of = frozenset(one.name.partition(".")[0] for one in modules if one.library)
        return name not in self._bases and package not in self._told_of

    def _alias(self, evaluator: Evaluator, annotation: code.Expression) -> Value:
        """What a name stands for that is no class: `Many = list[Order]`, `T = TypeVar("T", bound=Order)`."""
        if type(annotation) is ATTRIBUTE:
            return self._of_modules(evaluator, annotation)
        if type(annotation) is not NAME or any(one.id == annotation.id for one in self._open):
            return UNKNOWN  # `Json = Union[str, list["Json"]]` is made of itself
        self._open.append(annotation)
        try:
            return self._aliased(evaluator, annotation)
        finally:
            self._open.pop()

    def _of_modules(self, evaluator: Evaluator, annotation: code.Attribute) -> Value:
        """The same of an attribute of a module: `kinds.Many`."""
        name = code.Name(annotation.name)
        holders = modules(evaluator.evaluate(annotation.value))
        found = [self._alias(self._interpreter.module_evaluator(one), name) for one in holders]
        return join(one for one in found if known(one)) or UNKNOWN

    def _aliased(self, evaluator: Evaluator, annotation: code.Name) -> Value:
        module, held = self._interpreter.names.defined(evaluator.module, annotation)
        scope = evaluator if module is evaluator.module else self._interpreter.module_evaluator(module)
        if type(held) is CALL:
            parts = [keyword.value for keyword in held.keywords if keyword.name == "bound"]
            found = [self.of(scope, part) for part in (*parts, *held.arguments[1:])]
            return join(one for one in found if known(one)) or UNKNOWN
        if type(held) is NAME or type(held) is ATTRIBUTE:
            return self._alias(scope, held)
        return self.of(scope, held) if isinstance(held, (code.Subscript, code.Operation)) else UNKNOWN

    def as_promised(self, value: Value, promised: Value) -> Value:
        """The part of a value that an annotation allows; what it promises where nothing of the value fits."""
        classes = [atom.cls for atom in promised if isinstance(atom, Instance)]
        if not classes or any(isinstance(atom, Instance) and atom.model is not None for atom in promised):
            return value if known(value) or not known(promised) else promised
        if any(isinstance(atom, Container) and atom.kind == "dict" for atom in value) and any(
            is_typed_dict(self._interpreter, cls) for cls in classes
        ):
            return value  # what is written says more than what its type promises
        derives = self._interpreter.classes.derives
        kept = frozenset(
            atom
            for atom in value
            if (
                isinstance(atom, Instance)
                and (atom.model is not None or any(derives(atom.cls, cls) for cls in classes))
            )
            or (isinstance(atom, Constant) and atom.value is None)
        )
        if any(isinstance(atom, Instance) for atom in kept):
            return kept | (promised & self._atoms.none) if ANY in value else kept  # what is not known may be None
        return promised | kept

    def _either(self, evaluator: Evaluator, parts: list[code.Expression]) -> Value:
        """One of several; that it may be None, plain, or of what is not read keeps the branches alive for that."""
        promised = [(part, self.of(evaluator, part)) for part in parts if not _is_none(part)]
        found = join(value for _, value in promised if known(value))
        others = [last_name(part) not in PLAIN_TYPES for part, value in promised if not known(value)]
        if any(others) and all(isinstance(atom, Container) and not known(atom.element) for atom in found):
            return UNKNOWN  # `Unread | dict`: an object of a class below the first may be asked for
        if found and others:
            found |= OR_PLAIN
        if found and len(promised) < len(parts):
            found |= self._atoms.none
        return found or UNKNOWN

    def _generic(self, evaluator: Evaluator, value: code.Expression, index: code.Expression) -> Value:
        name = value.id if type(value) is NAME else getattr(value, "name", "")
        parts = index.items if type(index) is DISPLAY else [index]
        if not parts:
            return self.of(evaluator, value)  # tuple[()]
        if name in OF_ITS_PARTS or f"{first_name(value)}.{name}" in OF_ITS_PARTS:
            wanted = list(parts[:1] if name == "Annotated" else parts)
            if name == "Optional":
                wanted.append(NONE)
            return self._either(evaluator, wanted)
        if name in {"type", "Type"}:
            held = self.of(evaluator, parts[0])
            classes = [self._atoms.class_(atom.cls) for atom in held if isinstance(atom, Instance)]
            return join(classes) or UNKNOWN
        if name in DICTS:
            return self._atoms.container("dict", self.of(evaluator, parts[-1]))
        if name in {"QuerySet", "Manager", "BaseManager", "RelatedManager"}:
            return self._interpreter.frameworks.rows_of(evaluator, self.of(evaluator, parts[0]) if parts else UNKNOWN)
        if name in AWAITED or name in ENTERED:
            return self.of(evaluator, parts[0] if name in ENTERED else parts[-1])
        if name in {"tuple", "Tuple"} and not _is_none(parts[-1]):
            each = tuple([self.of(evaluator, part) for part in parts])
            return self._atoms.container("tuple", join(each), each)
        if name in COLLECTIONS:
            return self._atoms.container(COLLECTIONS[name], self.of(evaluator, parts[0]))
        return self.of(evaluator, value)


def _is_none(part: code.Expression) -> bool:
    return type(part) is CONSTANT and part.value is None


def name_of(text: str) -> code.Expression | None:
    """The expression behind a dotted name in a string, None where the string is no name."""
    parts = text.strip().split(".")
    if not all(part.isidentifier() for part in parts):
        return None
    node: code.Expression = code.Name(parts[0])
    for part in parts[1:]:
        node = code.Attribute(node, part, 0)
    return node
