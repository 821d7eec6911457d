"""Which parameters of a function carry the name of a table, or a statement, to where it becomes SQL?

Found by name through the project's own functions, to a fixed point: a parameter that stands where a statement names
its table, one that is executed, one that a table of SQLAlchemy is called by (`Table(f"{name}_log", metadata)`), the
name of a file whose text is (`with open(path) as file: run(file.read())`), one by which a library is told whose rows
are touched (`get_doc("Order", name)`), and one that is handed on to such a parameter of another function, also by way
of a runner (`run(self.insert, "orders", values)`). So does one that an object keeps (`self.table = table`), if a method
of its class or of one of its kin makes a statement of that attribute, or hands it on so. Such a parameter keeps the
callers of a function apart for longest: what it is given decides what is touched, while ids, names of columns and
descriptions do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.calling.kin import CONSTRUCTOR, Kin
from boundary.link.calling.signatures import signature
from boundary.link.calling.text_parts import local_tables, parts_of_text, tables_in
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, AUGMENT, BIND, CALL, DISPLAY, NAME, RETURN
from boundary.link.syntax.walking import last_name, nodes_in
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from boundary.link.calling.kin import KinClass

Place = int | str
"""An argument by its position, behind the receiver, or by its name."""

EXECUTES: Final = frozenset({"execute", "executemany", "executescript", "execute_values", "execute_batch", "fetch",
                             "fetchrow", "fetchval", "fetch_all", "fetch_one"})  # fmt: skip
SECOND: Final = frozenset({"execute_values", "execute_batch"})
"""Functions that take a cursor before the statement, where they are not its methods."""
DECLARES: Final = "Table"
"""What this is given first, before the metadata, is the name of a table."""
HANDED_ON: Final = 4
"""So many of the arguments that only `*args` takes may be the one that reaches a statement."""
OWN: Final = "self."
"""What stands before the name of an attribute of the method's own object where it is a source of a text."""


class Handed(NamedTuple):
    """An argument of a call: what it comes from, and the place that it takes among the callee's parameters."""

    callee: str
    place: Place
    given: int
    """How many arguments a runner is given for the callee, -1 where that is called itself."""
    named: int
    sources: frozenset[str]


class Summary(NamedTuple):
    """What a function does with its parameters: those that it makes SQL of itself, those that it hands on, and keeps.

    In a method attributes of its object (`OWN`) may stand for parameters. `kept` are those that it sets, each with what
    it is made of; `returned` is what the result is made of.
    """

    direct: frozenset[str]
    handed: tuple[Handed, ...]
    kept: tuple[tuple[str, frozenset[str]], ...] = ()
    returned: frozenset[str] = frozenset()


NOTHING: Final = Summary(frozenset(), ())


class Carrying:
    """Knows for the functions of a program which of their arguments reach a statement as text."""

    def __init__(
        self,
        functions: dict[str, list[code.Function]],
        naming: frozenset[str] = frozenset(),
        reader: type[Reader] | None = None,
        kin: Kin | None = None,
        classes: Iterable[str] = (),
    ) -> None:
        """`functions` are those that may carry something, by name; `naming` are told first whose rows are touched.

        Another `reader` asks for something else than text that reaches a statement (`named_methods.py`). `classes` are
        the names of those whose objects may keep such texts, of all that `kin` knows.
        """
        self._naming = naming
        self._reader = reader or Reader
        self._kin = kin or Kin()
        self._kept: dict[str, set[str]] = {}
        self._places: dict[str, frozenset[Place]] = {}
        self._signatures = {name: [signature(one.parameters) for one in held] for name, held in functions.items()}
        summaries = {
            name: [(one, self._summary(one.parameters, one.body)) for one in held] for name, held in functions.items()
        }
        owned = [(one, self._methods(one)) for name in classes for one in self._kin.named.get(name, ())]
        made = {cls.name: self._constructors(cls.name) for cls, _ in owned}
        changed = True
        while changed:
            changed = False
            for name, held in summaries.items():
                places = [place for one, held_by in held for place in self._found(one, self._carried(held_by))]
                changed = self._note(name, places) or changed
            for cls, methods in owned:
                changed = self._keep(cls, methods) or changed
            for name, held in made.items():
                at = self._kin.of(name)
                places = [place for one, held_by in held for place in self._found(one, self._carried(held_by, at))]
                changed = self._note(name, places if held else self._fields(name)) or changed

    def parameters(
        self, parameters: tuple[code.Parameter, ...], body: tuple[code.Statement, ...], owner: str = ""
    ) -> frozenset[str]:
        """The names of the parameters of a function, or of a method of `owner`, that carry a table or a statement."""
        kin = self._kin.of(owner) if owner else ""
        carried = self._carried(self._summary(parameters, body, owner if kin in self._kept else ""), kin)
        return frozenset([name for name in carried if not name.startswith(OWN)])

    def kept(self, cls: str) -> frozenset[str]:
        """The attributes of the objects of a class, by its name, that name a table or hold a statement."""
        return frozenset(self._kept.get(self._kin.of(cls), ()))

    def _methods(self, cls: KinClass) -> list[tuple[code.Function, Summary]]:
        return [(one, self._summary(one.parameters, one.body, cls.name)) for one in cls.methods]

    def _constructors(self, cls: str) -> list[tuple[code.Function, Summary]]:
        held = self._kin.constructors(cls)
        return [(one, self._summary(one.parameters, one.body, above.name)) for above, one in held]

    def _keep(self, cls: KinClass, methods: list[tuple[code.Function, Summary]]) -> bool:
        """Note which attributes the methods of a class make statements of; True if any of them is new."""
        kin = self._kin.of(cls.name)
        kept = self._kept.get(kin, set())
        before = len(kept)
        for one, held in methods:
            found = self._carried(held, kin)
            if one.name in kept:  # `self.full_name()` in a statement, or as a property
                found |= held.returned
            kept |= {name.removeprefix(OWN) for name in found if name.startswith(OWN)}
        if kept:
            self._kept[kin] = kept
        return len(kept) > before

    def _fields(self, cls: str) -> Iterator[Place]:
        """Where the constructor that a dataclass has without saying so takes a table or a statement."""
        kept = self.kept(cls)
        for position, name in enumerate(self._kin.fields(cls) if kept else ()):
            if name in kept:
                yield position
                yield name

    def _note(self, name: str, places: Iterable[Place]) -> bool:
        """Note that a function takes texts at these places; True if any of them is new."""
        known = self._places.get(name, frozenset())
        found = known.union(places)
        if len(found) > len(known):
            self._places[name] = found
        return len(found) > len(known)

    def _summary(
        self, parameters: tuple[code.Parameter, ...], body: tuple[code.Statement, ...], owner: str = ""
    ) -> Summary:
        """What a function does with its parameters, whatever the order in which it does it."""
        names = [one.name for one in parameters if one.name not in {"self", "cls"}]
        if not names and not owner:
            return NOTHING
        origins = {name: frozenset((name,)) for name in names}
        reader = self._reader(origins, self._naming)
        if owner:
            reader.above = tuple([base for one in self._kin.named.get(owner, ()) for base in one.bases])
            reader.owned = True
        reader.read(body)
        return Summary(frozenset(reader.direct), tuple(reader.handed), tuple(reader.kept.items()), reader.returned)

    def _carried(self, held: Summary, kin: str = "") -> frozenset[str]:
        carried = set(held.direct)
        for one in held.handed:
            places = self._places.get(one.callee)
            if places is not None and self._takes(one, places):
                carried |= one.sources
        kept = self._kept.get(kin, ())
        for name, sources in held.kept:
            if name in kept:
                carried |= sources
        return frozenset(carried)

    def _takes(self, one: Handed, places: frozenset[Place]) -> bool:
        if isinstance(one.place, str) or one.given < 0:
            return one.place in places
        leads = [held.lead(one.given, one.named) for held in self._signatures.get(one.callee, ())]
        return any(lead is not None and one.place + lead in places for lead in leads)

    @staticmethod
    def _found(function: code.Function, carried: frozenset[str]) -> Iterator[Place]:
        if carried:
            names = signature(function.parameters).names
            yield from (position for position, name in enumerate(names) if name in carried)
            if any(one.kind == "args" and one.name in carried for one in function.parameters):
                yield from range(len(names), len(names) + HANDED_ON)
            yield from (name for name in carried if not name.startswith(OWN))


class Reader:
    """Reads a body: which variables come from which parameters, and where they go."""

    def __init__(self, origins: dict[str, frozenset[str]], naming: frozenset[str] = frozenset()) -> None:
        self.origins = origins
        self.naming = naming
        self.direct: set[str] = set()
        self.handed: list[Handed] = []
        self.owned = False
        """Whether attributes of the method's object count as sources."""
        self.above: tuple[str, ...] = ()
        """The names of the classes above that of the method."""
        self.kept: dict[str, frozenset[str]] = {}
        """What the attributes are made of that it sets."""
        self.returned: frozenset[str] = frozenset()

    def read(self, body: tuple[code.Statement, ...]) -> None:
        """Bindings first, in the order in which they stand, then the uses."""
        nodes = list(nodes_in(body))
        for node in nodes:
            self._bind(node)
        self.note(nodes, body)
        for node in nodes:
            if type(node) is CALL:
                name = last_name(node.function)
                self._hand(name, -1, node)
                if name == CONSTRUCTOR:  # `super().__init__(table)`, `Base.__init__(self, table)`
                    for base in self.above:
                        self._hand(base, -1, node)
                for index, argument in enumerate(node.arguments):
                    self._hand(last_name(argument), index, node)

    def note(self, nodes: Sequence[object], body: tuple[code.Statement, ...]) -> None:
        """Which parameters reach a statement here."""
        if any(type(node) is CALL and last_name(node.function) == "locals" for node in nodes):
            for name in local_tables(body):
                self.direct |= self.origins.get(name, frozenset())
        for node in nodes:
            if type(node) is CALL:
                name = last_name(node.function)
                last = (2 if name in SECOND else 1) if name in EXECUTES or name in self.naming else 0
                last = 1 if name == DECLARES and len(node.arguments) > 1 else last
                for argument in node.arguments[:last]:
                    self.direct |= self.sources(argument)
            if isinstance(node, (code.Format, code.Operation, code.Call)):
                for hole in tables_in(node) or ():
                    self.direct |= self.sources(hole)

    def _bind(self, node: object) -> None:
        if type(node) is ASSIGN:
            if node.value is not None:
                self._take(node.targets, node.value)
        elif isinstance(node, (code.For, code.Clause)):
            self._take((node.target,), node.iterable)
        elif isinstance(node, code.WithItem):
            self._take((node.target,) if node.target is not None else (), node.context)
        elif type(node) is AUGMENT:
            self._take((node.target,), node.value)
        elif type(node) is RETURN:
            if self.owned and node.value is not None:
                self.returned |= self.sources(node.value)
        elif type(node) is BIND:
            found = self.sources(node.value)
            if found:
                self.origins[node.name] = self.origins.get(node.name, frozenset()) | found

    def _take(self, targets: Sequence[code.Expression], value: code.Expression) -> None:
        found = self.sources(value)
        for target in targets if found else ():
            self._come(target, found)

    def _come(self, target: code.Expression, found: frozenset[str]) -> None:
        if type(target) is NAME:
            self.origins[target.id] = self.origins.get(target.id, frozenset()) | found
        elif type(target) is DISPLAY:
            for item in target.items:
                self._come(item, found)
        elif type(target) is ATTRIBUTE and self._is_own(target):
            self.kept[target.name] = self.kept.get(target.name, frozenset()) | found

    def _is_own(self, node: code.Attribute) -> bool:
        """Whether an attribute is one of the method's object, or of its class."""
        return self.owned and type(node.value) is NAME and node.value.id in {"self", "cls"}

    def sources(self, node: code.Expression) -> frozenset[str]:
        """The parameters that decide what text an expression is, or which texts it holds."""
        if type(node) is NAME:
            return self.origins.get(node.id, frozenset())
        if type(node) is ATTRIBUTE and self._is_own(node):
            return frozenset((OWN + node.name,))
        if type(node) is CALL and type(node.function) is ATTRIBUTE and self._is_own(node.function):
            return frozenset((OWN + node.function.name,))
        found: frozenset[str] = frozenset()
        for part in parts_of_text(node):
            found |= self.sources(part)
        return found

    def _hand(self, callee: str, place: int, node: code.Call) -> None:
        """The arguments behind the callee itself (-1), or behind one that may be called with what follows it."""
        if not callee or callee in self.origins:
            return
        rest, named = node.arguments[place + 1 :], len(node.keywords)
        if rest and last_name(node.function) == CONSTRUCTOR and last_name(rest[0]) == "self":
            rest = rest[1:]
        for index, argument in enumerate(rest):
            found = self.sources(argument)
            if found:
                self.handed.append(Handed(callee, index, len(rest) if place >= 0 else -1, named, found))
        for keyword in node.keywords:
            found = self.sources(keyword.value)
            if found and keyword.name is not None:
                self.handed.append(Handed(callee, keyword.name, -1, named, found))
