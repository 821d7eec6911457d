"""Which classes are one model under one name?  Tryton, Odoo and Frappe keep models by names, of all modules together.

    class Sale(ModelSQL):                  class SaleOrder(models.Model):
        __name__ = "sale.sale"                 _name = "sale.order"
    class Sale(metaclass=PoolMeta):        class SaleOrder(models.Model):
        __name__ = "sale.sale"                 _inherit = "sale.order"

Whoever asks for the name gets one class that inherits from them all, those of later modules first. So each class of a
name gets the one before it as one more base: methods join, and `super()` goes from one to the next. Which module comes
later is told by what it extends, relates to and imports. A model that is not read gets a class of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import ClassInfo
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.records import text
from boundary.link.syntax.kinds import CONSTANT
from boundary.link.syntax.walking import given
from boundary.model.scan import ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code
    from boundary.model.scan import Because, Confidence, Operation


_NAME: Final = re.compile(r"[\w-]+(?:[. ]+[\w-]+)*")
_WORDS: Final = re.compile(r"[^\W_]+")


@dataclass(slots=True, eq=False)
class NamedField:
    """One field of a model: `kind` is one, many, link (a table between) or plain; `target` names the other model."""

    name: str
    kind: str = "plain"
    target: str = ""
    between: str = ""
    """The name of the model, or of the table, that stands between."""
    around: str = ""
    """What the field stands in that is no column of its own: a function, a value that depends on something."""
    inverse: str = ""
    """The field of the target that points back, for one of kind many."""
    on_delete: str = ""
    related: str = ""
    """The path to the field of another row that it stands for, where it is written through this one."""
    copied: str = ""
    """The path to the field of another row of which its column keeps a copy."""
    getter: str = ""
    setter: str = ""
    searcher: str = ""
    stored: bool = True
    readonly: bool = False
    required: bool = False
    translated: bool = False
    """Whether its values are stored in several languages."""
    line: int = 0


@dataclass(slots=True, eq=False)
class NamedModel:
    """All classes of one name: the first one declares it, the last one has them all in its MRO."""

    name: str
    table: str | None
    classes: list[ClassInfo]
    fields: dict[str, NamedField] = field(default_factory=dict)
    pointing: list[tuple[NamedModel, NamedField]] = field(default_factory=list)
    """The fields of kind one that lead here, with the models that have them."""
    read: bool = True
    """Whether the source declares it."""

    @property
    def top(self) -> ClassInfo:
        """The class that whoever asks for the name gets."""
        return self.classes[-1]

    @property
    def first(self) -> ClassInfo:
        """The class that declares the model."""
        return self.classes[0]


class NamedModels:
    """The models of a program by their names.

    `kind` is the library's class that all of them are below; one whose source is not read is taken for a `base`. A
    class has the one that it extends behind the bases that it names, or `at` a place among them. What the project adds
    to the model of the name `root` all others have, too.
    """

    def __init__(  # noqa: PLR0913 - what the two libraries say
        self,
        interpreter: Interpreter,
        base: str,
        kind: str,
        table_of: Callable[[NamedModel], str | None],
        fields_of: Callable[[NamedModel], Iterable[NamedField]],
        *,
        at: int | None = None,
        root: str = "",
    ) -> None:
        self.root = root
        self._interpreter, self._base, self._kind = interpreter, base, kind
        self._table_of, self._fields_of, self._at = table_of, fields_of, at
        self._by_name: dict[str, NamedModel] = {}
        self._by_class: dict[ClassInfo, NamedModel | None] = {}
        self._linked = False
        self._home: ModuleInfo | None = None

    def add(self, name: str, classes: list[ClassInfo]) -> NamedModel:
        """A model of these classes, those that extend behind those that they extend."""
        add_base, above = self._interpreter.classes.add_base, self._interpreter.classes.mro
        for before, cls in pairwise(classes):
            if before not in above(cls) and cls not in above(before):
                add_base(cls, before, self._at)
        model = NamedModel(name, None, classes)
        self._by_name[name] = model
        self._home = self._home or classes[0].module
        for cls in classes:
            self._by_class[cls] = model
        return model

    def close(self) -> None:
        """All classes are there: those that extend a model that is not read get the library's base."""
        library = self._interpreter.library_class(self._base)
        for model in self._by_name.values():
            if library is not None and not self._interpreter.classes.is_subclass(model.top, self._kind):
                model.read = False
                self._interpreter.classes.add_base(model.first, library)
        for model in self._by_name.values():
            self._extend_root(model.first)
            model.table = self._table_of(model)

    def names(self) -> list[str]:
        """The names of all models so far."""
        return list(self._by_name)

    def __iter__(self) -> Iterator[NamedModel]:
        """The models that the source declares or extends."""
        return iter([one for one in self._by_name.values() if one.read or one.first.node is not None])

    def known(self, name: str) -> NamedModel | None:
        """The model of a name, if the source says anything of it."""
        return self._by_name.get(name)

    def named(self, name: str) -> NamedModel | None:
        """The model of a name; one that is not read is made."""
        model = self._by_name.get(name)
        library = self._interpreter.library_class(self._base)
        if model is None and library is not None and self._home is not None and _NAME.fullmatch(name):
            cls = self.made(name, self._home)
            cls.data["model name"] = name
            model = NamedModel(name, None, [cls], read=False)
            self._by_name[name] = model
            self._by_class[cls] = model
            model.table = self._table_of(model)
            for one in self._fields_of(model) if self._linked else ():
                model.fields[one.name] = one
        return model

    def made(self, name: str, home: ModuleInfo) -> ClassInfo:
        """A class for a model of which the source has none."""
        last = "".join([part.capitalize() for part in _WORDS.findall(name)])
        cls = ClassInfo(last, last, home, None)
        cls.bases = []
        library = self._interpreter.library_class(self._base)
        if library is not None:
            self._interpreter.classes.add_base(cls, library)
        self._extend_root(cls)
        return cls

    def _extend_root(self, cls: ClassInfo) -> None:
        root = self._by_name.get(self.root)
        if root is not None and cls not in root.classes:
            self._interpreter.classes.add_base(cls, root.top)

    def at_home(self, module: ModuleInfo) -> None:
        """Where models are placed that are not read."""
        self._home = self._home or module

    def of(self, cls: ClassInfo | None) -> NamedModel | None:
        """The model that a class is, or is a part of."""
        if cls is None or cls.library:
            return None
        if cls not in self._by_class:
            mro = self._interpreter.classes.mro(cls)
            self._by_class[cls] = next((self._by_class[one] for one in mro if self._by_class.get(one)), None)
        return self._by_class[cls]

    def linked(self, cls: ClassInfo | None) -> NamedModel | None:
        """The same, with the fields of all models known."""
        model = self.of(cls)
        if model is not None:
            self.link()
        return model

    def link(self) -> None:
        """Find the fields of all models."""
        if self._linked:
            return
        self._linked = True
        for model in list(self._by_name.values()):
            for one in self._fields_of(model):
                model.fields[one.name] = one
        for model in list(self):
            for one in model.fields.values():
                target = self.named(one.target) if one.kind == "one" and one.target and one.stored else None
                if target is not None and model.table:
                    target.pointing.append((model, one))

    def described(self) -> Iterator[Table | ForeignKey]:
        """The tables and keys of the models that the source declares."""
        self.link()
        for model in self:
            if not model.table or not model.read:
                continue
            file, line = model.first.module.file, model.first.line
            yield Table(name=model.table, model=model.first.dotted, file=file, line=line)
        for model in self:
            for one in model.fields.values() if model.table else ():
                target = self.known(one.target)
                if one.kind == "one" and one.stored and target is not None and target.table:
                    yield ForeignKey(
                        from_=model.table or "",
                        to=target.table,
                        column=one.name,
                        on_delete=one.on_delete or None,
                        file=model.first.module.file,
                        line=one.line or model.first.line,
                    )


def named_in(interpreter: Interpreter, attribute: str) -> dict[str, list[ClassInfo]]:
    """The project's classes by the text that they hold under an attribute, later modules behind earlier ones."""
    found: dict[str, list[ClassInfo]] = {}
    for cls in interpreter.program.classes:
        if attribute in cls.bindings and not cls.library and cls.closure is None:
            name = text(interpreter.classes.own(cls, attribute))
            if name:
                found.setdefault(name, []).append(cls)
    return found


def in_order(
    interpreter: Interpreter, found: dict[str, list[ClassInfo]], is_first: Callable[[ClassInfo], bool]
) -> None:
    """Put the classes of each name in the order in which their modules are loaded, those that declare it first."""
    needs: dict[str, set[str]] = {}
    home = {name: next((one for one in classes if is_first(one)), classes[0]) for name, classes in found.items()}
    for name, classes in found.items():
        for cls in classes:
            needs.setdefault(cls.module.package, set()).add(home[name].module.package)
    for module in interpreter.program.modules.values():
        if module.package in needs:
            for _, statement in module.imports:
                dotted = interpreter.names.absolute(
                    module, getattr(statement, "level", 0), getattr(statement, "module", "")
                )
                while dotted and dotted not in needs:
                    dotted = dotted.rpartition(".")[0]
                if dotted:
                    needs[module.package].add(dotted)
    depths: dict[str, int] = {}
    for package in sorted(needs):
        _depth(package, needs, depths)
    for classes in found.values():
        classes.sort(key=lambda cls: (not is_first(cls), depths[cls.module.package], cls.module.package))


def _depth(package: str, needs: dict[str, set[str]], depths: dict[str, int]) -> int:
    """How many modules have to be loaded one after the other before one."""
    if package not in depths:
        depths[package] = 0  # packages that need one another are loaded as they come
        inner = [_depth(one, needs, depths) for one in sorted(needs[package]) if one != package]
        depths[package] = 1 + max(inner, default=0)
    return depths[package]


def said(interpreter: Interpreter, owner: ClassInfo, call: code.Call, position: int, *names: str) -> str:
    """A text among the arguments of a field in the body of a class; empty where it is not known."""
    node = given(call, position, *names)
    if type(node) is CONSTANT:
        return node.value if isinstance(node.value, str) else ""
    return (text(interpreter.class_evaluator(owner).evaluate(node)) if node is not None else None) or ""


def is_set(call: code.Call, name: str) -> bool:
    """Whether an option of a field is `True`."""
    node = given(call, -1, name)
    return type(node) is CONSTANT and node.value is True


# --- what is done with models -------------------------------------------------------------------------------


def touch(  # noqa: PLR0913 - one model, spelled out
    evaluator: Evaluator,
    model: NamedModel | None,
    op: Operation,
    line: int,
    *,
    confidence: Confidence | None = None,
    because: Because | None = None,
) -> None:
    """Rows of a model are touched."""
    if model is not None and model.table:
        evaluator.touch(model.table, op, line, confidence=confidence, because=because)


def sent(evaluator: Evaluator, kind: str) -> Value:
    """Values of which only the client knows what they are: an object of the library's class for them."""
    made = evaluator.interpreter.library_class(kind)
    return evaluator.atoms.instance(made) if made is not None else UNKNOWN


def is_sent(value: Value, kind: str) -> bool:
    """Whether values come from a client."""
    return any(isinstance(atom, Instance) and atom.cls.dotted == kind for atom in value)


def classes_in(value: object) -> list[ClassInfo]:
    """The classes that an atom names, or is an object of."""
    return [value.cls] if isinstance(value, (ClassAtom, Instance)) else []


def method(evaluator: Evaluator, cls: ClassInfo, name: str, line: int) -> Value:
    """A method of the class of a model, as what asks the class gets it; nothing where it has none."""
    interpreter = evaluator.interpreter
    if interpreter.classes.lookup(cls, name)[0] is None:
        return BOTTOM
    return interpreter.attributes.get(evaluator, interpreter.atoms.class_(cls), name, line)
