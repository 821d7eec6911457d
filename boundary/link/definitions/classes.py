"""What does a class inherit?  Bases, method resolution order (C3), and attributes found along it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.definitions.linearisation import linearise
from boundary.link.definitions.names import is_property
from boundary.link.definitions.symbols import ClassInfo, all_below
from boundary.link.domain.asking import is_unknown
from boundary.link.domain.joining import join
from boundary.link.domain.values import ANY, BOTTOM, ClassAtom, External, Function, Native
from boundary.link.syntax.kinds import ASSIGN, FUNCTION, NAME
from boundary.link.syntax.walking import functions_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from boundary.link.domain.cells import Cell
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

EARLY: Final = "asked for before its bases were known"
GIVEN: Final = "what it is given"
SAYING: Final = frozenset({"__call__", "__str__"})
"""What the metaclass of a library is asked for."""
REGARDED: Final = "regarded as"
"""Under this key a class has the dotted names of what it counts as below, whatever its bases say."""


class Classes:
    """Resolves bases and attributes of classes, each once."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self.open = 0
        """How many attributes are being evaluated: what they hold may still grow."""
        self._lined_up: set[ClassInfo] = set()
        """Those whose bases are being looked up: whoever asks meanwhile asks too early."""
        self._age = 0
        """How often what was found before has been forgotten."""
        self._behind: dict[tuple[ClassInfo, str, ClassInfo], tuple[ClassInfo | None, Value]] = {}
        self._shared: dict[tuple[ClassInfo, str], tuple[object, ...]] = {}
        """The variables of modules that attributes only name (`inlines = INLINES`): what is put into one is in both."""
        self._shared_names: set[str] = set()
        """What these attributes are called: most that are asked for are none of them."""
        self._variables: set[tuple[object, ...]] = set()
        self._asked: dict[str, set[ClassInfo]] = {}
        """Where names were looked up before any class was given an attribute of that name."""
        self._redefining: dict[tuple[ClassInfo, str], list[tuple[ClassInfo, ClassInfo]]] = {}
        """The project's classes below one that have a name of their own; as long as no class gets another below it."""

    def bases(self, cls: ClassInfo) -> list[ClassInfo | str]:
        """The base classes in order; one outside the code that is read by its dotted name."""
        if cls.bases is None:
            names = self._interpreter.names
            before = names.returns
            cls.bases = found = self._bases(cls)
            if names.open and names.returns != before and "base unknown" in cls.data:
                del cls.data["base unknown"]  # asked for while that base is being made: the next one may know
                cls.bases = None
                return found
            for base in found:
                if not isinstance(base, str):
                    self.extend(base, cls)
        return cls.bases

    def _bases(self, cls: ClassInfo) -> list[ClassInfo | str]:
        cls.bases = found = []
        if cls.node is not None and cls.node.bases:
            evaluator = self._interpreter.class_evaluator(cls, outside=True)
            for expression in cls.node.bases:
                value = evaluator.evaluate(expression)
                if ANY in value:
                    cls.data["base unknown"] = True
                named = sorted_atoms(value)
                for atom in named:
                    base = atom.cls if isinstance(atom, ClassAtom) else _outside(atom)
                    if len(named) > 1 and isinstance(base, ClassInfo) and _made_later(base, cls):
                        continue  # what had the name before it: `class Paper(Model)`, then `class Model(Paper)`
                    if base is not None and base is not cls and (base not in found or isinstance(base, str)):
                        found.append(base)
        return found

    def mro(self, cls: ClassInfo) -> list[ClassInfo]:
        """The classes in which an attribute is looked up, in order; those of code that is not read are left out."""
        if cls.mro is None:
            cls.mro = [cls]
            self._lined_up.add(cls)
            bases = self.bases(cls)
            inner = [base for base in bases if not isinstance(base, str)]
            orders = [self.mro(base) for base in inner]
            if any(cls in order for order in orders):
                bases = cls.bases = self._above(cls, bases)
                inner = [base for base in bases if not isinstance(base, str)]
                orders = [self.mro(base) for base in inner]
            found = cls.mro = linearise(cls, inner, orders)
            names = [base for base in bases if isinstance(base, str)]
            for base in inner:
                names.extend(base.externals)
            cls.externals = tuple(dict.fromkeys(names))
            self._lined_up.discard(cls)
            if cls.bases is None or any(base.mro is None or base in self._lined_up for base in inner):
                cls.mro = None  # of a base that is not known yet
                cls.data[EARLY] = True
            elif cls.data.pop(EARLY, False):
                cls.answers.clear()
            return found
        return cls.mro

    def _above(self, cls: ClassInfo, bases: list[ClassInfo | str]) -> list[ClassInfo | str]:
        """The bases without those that are below the class, as names seem to say: no class is below itself."""
        found: list[ClassInfo | str] = []
        for base in bases:
            if isinstance(base, str) or cls not in self.mro(base):
                found.append(base)
            elif cls in base.subclasses:
                base.subclasses.remove(cls)
                self._redefining.clear()
        return found

    def settle(self) -> None:
        """All classes of modules have their bases: an object that is promised to be of one may be of what is below it.

        Where nothing is, and no function names the class as a base of one of its own, it is exactly of that.
        """
        interpreter = self._interpreter
        project = [module for module in interpreter.program.modules.values() if not module.library]
        inner: set[str] = set()
        for module in project:
            for function in functions_in(module.body):
                inner |= interpreter.bodies.of(function).bases
        for cls in interpreter.program.classes:
            cls.last = not cls.library and cls.name not in inner and not self.has_below(cls)

    def metaclass(self, cls: ClassInfo) -> ClassInfo | None:
        """The metaclass that a class names or inherits: the project's, or one that answers what is asked (`SAYING`)."""
        if "metaclass" not in cls.answers:
            cls.answers["metaclass"] = None
            for one in self.mro(cls):
                given = (
                    [keyword.value for keyword in one.node.keywords if keyword.name == "metaclass"] if one.node else []
                )
                for expression in given:
                    value = self._interpreter.class_evaluator(one, outside=True).evaluate(expression)
                    classes = [atom.cls for atom in value if isinstance(atom, ClassAtom)]
                    found = [one for one in classes if not one.library or not SAYING.isdisjoint(one.bindings)]
                    cls.answers["metaclass"] = found[0] if found else None
                if given:
                    break
        return cls.answers["metaclass"]  # type: ignore[no-any-return]

    def own(self, cls: ClassInfo, name: str) -> Value:
        """The attribute that the class itself defines; nothing where it does not."""
        cached = cls.values.get(name)
        if cached is not None:
            return cached
        if name in cls.made:
            return cls.made[name]
        bindings = cls.bindings.get(name)
        if not bindings:
            return BOTTOM
        cls.values[name] = BOTTOM
        self.open += 1
        evaluator = self._interpreter.class_evaluator(cls)
        for binding in bindings:
            evaluator.at = getattr(binding.statement, "line", None)
            value = self._interpreter.names.class_member(cls, name, binding, evaluator)
            self._share(cls, name, binding.statement)
            before = cls.values[name]
            # `@x.setter` gives the same property once more, and more complete.
            cls.values[name] = value if is_property(before) and is_property(value) else join((before, value))
        self.open -= 1
        return cls.values[name]

    def lookup(self, cls: ClassInfo, name: str, after: ClassInfo | None = None) -> tuple[ClassInfo | None, Value]:
        """The first class in the MRO (behind `after`) that has the attribute, and its value."""
        if name in self._interpreter.class_names and (running := self._interpreter.running) is not None:
            for cell in self._given(cls, name):  # who asks is told of what classes are given later
                cell.read_by(running)
        if after is not None:
            return self._lookup_behind(cls, name, after)
        if cls.age != self._age:
            cls.found.clear()
            cls.age = self._age
        known = cls.found.get(name)
        if known is not None:
            return known
        self._note(cls, name)
        owner, value, settled = self._search(self.mro(cls), name)
        if settled:
            cls.found[name] = owner, value
        return owner, value

    def _given(self, cls: ClassInfo, name: str) -> list[Cell]:
        """Where what functions give a class, or one above it, under a name is stored."""
        known: dict[str, list[Cell]] | None = cls.answers.get(GIVEN)
        if known is None:
            known = cls.answers[GIVEN] = {}
        cells = known.get(name)
        if cells is None:
            cells = known[name] = [self._interpreter.cell(("class", one, name)) for one in self.mro(cls)]
        return cells

    def replaced(self, cls: ClassInfo, name: str) -> Value:
        """The inherited method in whose place a class is given another one, that often calls it: `was = Order.save`."""
        if name not in self._interpreter.class_names or self.own(cls, name):
            return BOTTOM
        owner, _ = self.lookup(cls, name, after=cls)
        inherited = self.own(owner, name) if owner is not None else BOTTOM
        return inherited if all(isinstance(one, Function) for one in inherited) else BOTTOM

    def _lookup_behind(self, cls: ClassInfo, name: str, after: ClassInfo) -> tuple[ClassInfo | None, Value]:
        key = cls, name, after
        known = self._behind.get(key)
        if known is not None:
            return known
        self._note(cls, name)
        mro = self.mro(cls)
        owner, value, settled = self._search(mro[mro.index(after) + 1 :] if after in mro else self.mro(after)[1:], name)
        if settled:
            self._behind[key] = owner, value
        return owner, value

    def _note(self, cls: ClassInfo, name: str) -> None:
        """A name is asked for that no class was given yet: nobody is noted for that, of the many who ask."""
        if name not in self._interpreter.class_names:
            asked = self._asked.get(name)
            if asked is None:
                asked = self._asked[name] = set()
            asked.add(cls)

    def asked_early(self, cls: ClassInfo, name: str) -> bool:
        """Whether a name was looked up in a class, or one below it, before any class was given an attribute of it."""
        asked = self._asked.get(name)
        return asked is not None and (cls in asked or any(one in asked for one in self.below(cls)))

    def _search(self, mro: Sequence[ClassInfo], name: str) -> tuple[ClassInfo | None, Value, bool]:
        """The same in a part of an MRO, and whether that is the answer from now on."""
        stored = name in self._interpreter.class_names
        settled = not self.open  # a value that is being evaluated may still grow
        for one in mro:
            value = self.own(one, name)
            if stored and (extra := self._interpreter.stored(("class", one, name))):
                value = join((value, extra))
            shared = self._shared.get((one, name)) if name in self._shared_names else None
            if shared is not None:
                value = join((value, self._interpreter.stored(shared)))
            if value:
                return one, value, settled
            settled = settled and name not in one.bindings
        return None, BOTTOM, settled

    def _share(self, cls: ClassInfo, name: str, statement: code.Node) -> None:
        """Remember the module's variable that an attribute is another name of."""
        held = statement.value if type(statement) is ASSIGN else None
        if cls.library or type(held) is not NAME or held.id in cls.bindings:
            return
        home, original = self._interpreter.names.home(cls.module, held.id)
        key = ("global", home.name, original)
        self._shared[cls, name] = key
        self._shared_names.add(name)
        self._variables.add(key)

    def grown(self, key: tuple[object, ...]) -> None:
        """A variable of a module holds more than before."""
        if key in self._variables:
            self.forget()

    def forget(self) -> None:
        """An attribute was stored on a class: what was looked up before may be answered otherwise now."""
        self._age += 1
        self._behind.clear()

    def is_subclass(self, cls: ClassInfo, dotted: str) -> bool:
        """Whether a class of this dotted name is in the MRO or among the bases that are not read."""
        return dotted in self.above(cls)

    def above(self, cls: ClassInfo) -> set[str]:
        """The dotted names of a class itself, of all classes in its MRO and of its bases that are not read."""
        names: set[str] | None = cls.answers.get("is")
        if names is None:
            names = {one.dotted for one in self.mro(cls)} | set(cls.externals) | cls.data.get(REGARDED, set())
            cls.answers["is"] = names
        return names

    def extend(self, base: ClassInfo, cls: ClassInfo) -> None:
        """There is a class below another one."""
        base.extended_by(cls)
        self._redefining.clear()

    def add_base(self, cls: ClassInfo, base: ClassInfo, at: int | None = None) -> None:
        """From now on a class has one more base, behind those that it names, or at this place among them."""
        held = self.bases(cls)
        held.insert(len(held) if at is None else at, base)
        self.extend(base, cls)
        for one in (cls, *self.below(cls)):
            one.mro, one.hooks = None, None
            one.answers.clear()
        self.forget()

    def regard(self, cls: ClassInfo, dotted: str) -> None:
        """From now on a class counts as one below `dotted`, whatever its bases say: a decorator made it one."""
        cls.data.setdefault(REGARDED, set()).add(dotted)  # kept, though its bases may not be known to the end yet
        self.above(cls).add(dotted)
        cls.hooks = None

    def derives(self, cls: ClassInfo, base: ClassInfo) -> bool:
        """Whether `base` is in the MRO of `cls`."""
        return base in self.mro(cls)

    def has_below(self, cls: ClassInfo) -> bool:
        """Whether `below` may give anything."""
        return bool(cls.subclasses) or (not cls.library and self._is_protocol(cls))

    def below(self, cls: ClassInfo) -> Iterator[ClassInfo]:
        """All subclasses, direct and indirect, each once; of a protocol the classes, too, that have its methods."""
        first = list(cls.subclasses)
        if not cls.library and self._is_protocol(cls):
            first.extend(self._with_methods_of(cls))
        return all_below(first)

    def redefining(self, cls: ClassInfo, name: str) -> list[tuple[ClassInfo, ClassInfo]]:
        """The project's classes below one that have another definition of a name, and the class that it stands in.

        That is the class itself, or one beside `cls` from which it inherits: `class Orders(Adding, Repository)`.
        """
        key = cls, name
        found = self._redefining.get(key)
        if found is None:
            below = list(self.below(cls))
            found = [(one, one) for one in below if name in one.bindings and not one.library]
            found.extend((one, giver) for one in below if (giver := self._beside(one, name, cls)) is not None)
            self._redefining[key] = found
        return found

    def _beside(self, one: ClassInfo, name: str, cls: ClassInfo) -> ClassInfo | None:
        """The class, neither above nor below `cls`, from which one below `cls` has a name that it does not define."""
        if one.library or name in one.bindings or (len(self.bases(one)) == 1 and cls in self.mro(one)):
            return None
        giver = next((held for held in self.mro(one) if name in held.bindings), None)
        known = giver is None or giver.library or cls in self.mro(giver) or giver in self.mro(cls)
        return None if known else giver

    def _is_protocol(self, cls: ClassInfo) -> bool:
        known: bool | None = cls.answers.get("protocol")
        if known is None:
            own = [base for base in self.bases(cls) if isinstance(base, str)]
            known = cls.answers["protocol"] = any(base.rstrip("[]").endswith(".Protocol") for base in own)
        return known

    def _with_methods_of(self, protocol: ClassInfo) -> list[ClassInfo]:
        """The classes of the project that have all methods of a protocol (PEP 544), told by their names."""
        held: list[ClassInfo] | None = protocol.answers.get("implementers")
        if held is None:
            protocol.answers["implementers"] = []  # the bases of one of them may ask
            wanted = {name for one in self.mro(protocol) if self._is_protocol(one) for name in _methods(one)}
            held = [one for one in self._interpreter.program.classes if wanted and self._has(one, wanted)]
            protocol.answers["implementers"] = held
        return held

    def _has(self, cls: ClassInfo, wanted: set[str]) -> bool:
        """Whether a class of the project, none of its own bases a protocol, defines or inherits these methods."""
        if cls.library or not wanted & cls.bindings.keys() or self._is_protocol(cls):
            return False
        return wanted <= {name for one in self.mro(cls) for name in one.bindings}


def _methods(cls: ClassInfo) -> list[str]:
    return [name for name, held in cls.bindings.items() if type(held[0].statement) is FUNCTION]


def _made_later(base: ClassInfo, cls: ClassInfo) -> bool:
    """Whether the statement that makes a class comes behind that of another one, both run once, from top to bottom."""
    once = base.closure is None and cls.closure is None and base.module is cls.module
    return once and base.line > cls.line > 0


def _outside(atom: Atom) -> str | None:
    """The dotted name of a base class that is not read: another package's, or one of the language."""
    if isinstance(atom, External):
        return atom.dotted
    return atom.name if isinstance(atom, Native) and atom.name.startswith("builtins.") else None


def sorted_atoms(value: Value) -> list[Atom]:
    """The atoms of a value in an order that does not depend on where they lie in memory."""
    return sorted((atom for atom in value if not is_unknown(atom)), key=repr)
