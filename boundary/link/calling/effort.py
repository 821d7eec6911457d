"""What may following a program cost?  Contexts in proportion to its size; beyond, callers are joined that matter least.

A program that keeps its rows in tables takes five to twenty contexts for each of its functions. A compiler, a symbolic
algebra or an interpreter takes hundreds, for everything calls everything there with whatever there is, and next to
none of it comes to a table. So a program with many contexts is looked at where it stands, and again when it has grown:
which functions come to a table, and which values do that when they are called? Callers of functions that none of these
values pass through are joined from then on, if they hand over none. In a program that goes on growing they are joined
whatever they hand over, and in the end those of any function (introspective analysis: Smaragdakis, Kastrinis and
Balatsouras, PLDI 2014). So are those of a single function that takes a large part of all that is followed. What imports
as it is told keeps its callers apart, as far as any function does: it comes to no table by itself, but what it gives to
each of them may.

Whether next to nothing comes to a table is seen much earlier. There, from the first three thousand contexts on, callers
of all functions that do not are joined, methods have one context for all objects of their class, and all that is
evaluated twice at most.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import ALL, BARE, narrow
from boundary.link.calling.uniform import uniform
from boundary.link.domain.telling import EXTERNAL
from boundary.link.domain.values import UNKNOWN, ClassAtom, Container, External, Function, Instance, Wrapped
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.classes import Classes
    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import Atom, Value

FIRST: Final = 3_000
"""With so many contexts a program is looked at for whether anything in it comes to a table."""
LEAST: Final = 20_000
"""So many contexts are nothing to worry about where something does."""
PER_FUNCTION: Final = 3
"""With more contexts than this for each function of the project, callers that do not matter are joined."""
MANY: Final = 256
"""With so many contexts callers of such a function are joined in any program that is looked at for its size."""
WIDE: Final = 64
"""A function with so many contexts, none of which comes to a table, has no more of them, whatever it is handed."""
CROWDED: Final = 12
"""With more for each function, callers of functions are joined of which all contexts did the same, whatever they touch.
Programs that keep their rows in tables take five to ten."""
LEAST_CROWDED: Final = 10_000
"""But only with so many in all."""
GROWTH: Final = 1.25
"""With how many times as many it is looked at again."""
FEW: Final = 16
"""So many contexts a function has in any case, of all receivers together."""
SCARCE: Final = 0.05
"""Where less than this share of the functions comes to a table, that is next to nothing. With the first ten thousand
contexts it is a tenth to two thirds of a program that keeps its rows in tables, and at most a thirtieth of one that has
a cache in SQLite."""
SURE: Final = 0.15
"""Where more than this share does, the program need not be looked at again before it has many contexts."""
RARE: Final = 0.02
"""Where less than this share does, next to nothing is lost by joining callers that hand over what does."""
HARD: Final = 50
"""With more contexts for each function, it does not matter any more what is handed to those that come to no table. What
is followed from there on loses tables: a program that takes 46 lost a sixth of its pairs of transaction and table where
this was 25, and took the same time."""
HARDEST: Final = 60
"""With more, all functions are treated like that."""
HARD_IN_LARGE: Final = (320_000, 1)
HARDEST_IN_LARGE: Final = (350_000, 4)
"""In a large program it is so many contexts, and so many more for each function, if that is less: a hundred thousand
take nearly a gigabyte."""
FEWER: Final = 4
"""So many where next to nothing comes to a table."""
FEWER_RUNS: Final = 2
"""So often contexts of such functions are evaluated where next to nothing comes to a table."""
HEAVY: Final = 50_000
"""A function in which so many calls have been followed is joined further, and again with each so many more: one that
asks each of fifty classes about all fifty, of any page and any row."""
SHARE: Final = 4
"""But only one that takes more than this part of all that has been followed, a quarter."""
SHARE_OF_RUNNERS: Final = 2
"""Or half, before the callers of one are joined that is handed what it runs or executes: statements, transactions."""


KEEPING: Final = frozenset({"__init__", "__new__", "__set__", "__setattr__", "__setitem__", "__post_init__"})
NAMED: Final = (NAME, ATTRIBUTE)
STANDARD: Final = sys.stdlib_module_names - {"sqlite3"}
"""The packages of Python whose objects come to no table by themselves."""


class Effort:
    """How many contexts there may be, and whose callers are joined when there are more."""

    def __init__(self, functions: int, beside: tuple[str, ...] = ()) -> None:
        self._beside = beside
        """How the files of libraries begin that the project holds: most of their functions come to no table, which says
        nothing of the program."""
        size = max(functions, LEAST // PER_FUNCTION)
        self.due = FIRST
        """With how many contexts the program is to be looked at."""
        self.many_from = size * PER_FUNCTION
        """With how many callers are joined that do not matter."""
        self.hard_from = min(size * HARD, _in_large(HARD_IN_LARGE, size))
        """With how many they are joined whatever they hand over."""
        self._hardest_from = min(size * HARDEST, _in_large(HARDEST_IN_LARGE, size))
        self.strained = False
        """Whether callers are joined that may matter."""
        self._rare = False
        """Whether it does not matter any more what is handed to functions that neither come to a table nor return what
        does."""
        self._reaching: set[FunctionInfo] = set()
        """The functions that came to a table when the program was last looked at."""
        self._idle: set[FunctionInfo] = set()
        self._wide: set[FunctionInfo] = set()
        """The functions with many contexts of which none came to a table, or gave what does, when last looked at."""
        self._crowded_from = max(LEAST_CROWDED, functions * CROWDED)
        self._crowded = False
        """Whether there are so many contexts that functions of which all do the same have no more of them."""
        self._uniform: set[FunctionInfo] = set()
        """The functions of which all contexts did the same when the program was last looked at."""
        self._acting: _Acting | None = None
        self.heavy_from = HEAVY
        """With how many calls of one function its callers are joined, and again with each so many more."""
        self._followed = 0
        """How many calls have been evaluated."""

    def spent(self, function: FunctionInfo, followed: int) -> None:
        """Note how many calls of a function have been evaluated once more."""
        function.followed += followed
        self._followed += followed

    def is_heavy(self, function: FunctionInfo) -> bool:
        """Whether following one function takes a large part of following all, however its callers are joined so far.

        One that runs or executes what it is handed touches no tables any more when that tells nobody apart.
        """
        steps = function.joined + 1
        share = SHARE_OF_RUNNERS if function.joined >= BARE and (function.runs or function.carries) else SHARE
        return function.followed >= self.heavy_from * steps and function.followed * share > self._followed

    def joins(self, function: FunctionInfo, given: Iterable[Value]) -> bool:
        """Whether one more caller of a function, who hands over these values, is one of all the others."""
        if function in self._wide or self.is_uniform(function):
            return True
        if function not in self._idle or len(function.contexts) < (FEWER if self.strained else FEW):
            return False
        if self._acting is None or (self._rare and function.name != "__init__"):  # objects keep what they are given
            return True
        return not any(self._acting.value(each) for each in given)

    def is_uniform(self, function: FunctionInfo) -> bool:
        """Whether all contexts of a function did the same, in a program where that is enough to join its callers."""
        return function in self._wide or function in self._uniform

    def spares(self, context: Context) -> bool:
        """Whether a context is not evaluated again, though something has grown that it has read."""
        function = context.function
        if function is None or context.runs < FEWER_RUNS:
            return False
        return (self.strained and function in self._idle) or (function.joined == ALL and self.is_heavy(function))

    def look(self, contexts: Sequence[Context], classes: Classes) -> None:
        """Tell what comes to a table from what does not, as far as the program has been followed."""
        made = len(contexts)
        functions = {context.function for context in contexts if context.function is not None}
        self.due = int(made * GROWTH)
        if made >= self._hardest_from:
            self.strained, self._idle, self._acting = True, functions, None
            return
        reaching = self._reaching = _reaching(contexts, self._reaching)
        hard = made >= self.hard_from
        own = sum(not one.module.file.startswith(self._beside) for one in functions) if self._beside else len(functions)
        self.strained = hard or len(reaching) < SCARCE * own
        self._rare = len(reaching) < RARE * own
        acting = _Acting(reaching, classes)
        self._wide = _wide(contexts, reaching, acting)
        if not self.strained and made < self.many_from:
            sure = len(reaching) >= SURE * own
            self._idle, self.due = set(), self.many_from if sure else min(2 * made, self.many_from)
            return
        self._crowded = made >= self._crowded_from
        found = uniform(contexts, FEW if self._crowded else MANY, acting.value)
        self._uniform = {one for one in found if not (one.imports or keeps(one))}
        self._idle = {one for one in functions - reaching if not one.imports}
        self._acting = None if hard else acting
        self.due = min(self.due, self._hardest_from)
        if self._acting is not None:
            matters = self._acting.gives if self.strained else self._acting.passes_through
            for context in contexts:
                if context.function in self._idle and matters(context):
                    self._idle.discard(context.function)


def keeps(function: FunctionInfo) -> bool:
    """Whether objects keep what a function is given: what they do with it later is not seen in what it does."""
    return function.name in KEEPING


def _wide(contexts: Iterable[Context], reaching: set[FunctionInfo], acting: _Acting) -> set[FunctionInfo]:
    """The functions with many contexts that come to no table, whatever they were handed, and give nothing that does."""
    found: set[FunctionInfo] = set()
    for context in contexts:
        one = context.function
        if one is not None and one not in reaching and len(one.contexts) >= WIDE:
            found.add(one)
    found = {one for one in found if not (one.imports or keeps(one))}
    for context in contexts:
        if context.function in found and acting.gives(context):
            found.discard(context.function)
    return found


def _in_large(most: tuple[int, int], functions: int) -> int:
    return most[0] + most[1] * functions


def joined_together(value: Value, weight: int, atoms: Atoms) -> Value:
    """An argument as the one context of many callers has it: objects that come to no table are something external."""
    joined = narrow(value, weight, ALL, atoms)
    if joined is UNKNOWN and all(isinstance(atom, (Instance, ClassAtom, Function, External)) for atom in value):
        return EXTERNAL
    return joined


def _reaching(contexts: Iterable[Context], before: set[FunctionInfo]) -> set[FunctionInfo]:
    """The functions that come to a table, a transaction or a routine, by themselves or through what they call.

    Those that did `before` do so still, and need not be looked at.
    """
    callers: dict[FunctionInfo, set[FunctionInfo]] = {}
    found = set(before)
    for context in contexts:
        function = context.function
        if function is None or function in found:
            continue
        if context.touches or context.regions or context.routines:
            found.add(function)
            continue
        for edge in context.edges:
            if edge.callee.function is not None:
                callers.setdefault(edge.callee.function, set()).add(function)
    waiting = list(found)
    while waiting:
        for caller in callers.get(waiting.pop(), ()):
            if caller not in found:
                found.add(caller)
                waiting.append(caller)
    return found


class _Acting:
    """Which values come to a table when they are called, or asked for a method."""

    def __init__(self, reaching: set[FunctionInfo], classes: Classes) -> None:
        self._reaching = reaching
        self._methods = {function.cls for function in reaching if function.cls is not None}
        """The classes of which some method does."""
        self._classes = classes
        self._known: dict[ClassInfo, bool] = {}
        self._values: dict[Value, bool] = {}

    def passes_through(self, context: Context) -> bool:
        """Whether a context is given such a value, is a method of one, or returns one."""
        if context.receiver is not None and self._atom(context.receiver):
            return True
        return any(self.value(each) for each in context.arguments.values()) or self.gives(context)

    def gives(self, context: Context) -> bool:
        """Whether a context returns such a value."""
        return self.value(context.returned) or self.value(context.yielded)

    def value(self, value: Value) -> bool:
        """Whether a value is one, or holds one."""
        known = self._values.get(value)
        if known is None:
            self._values[value] = False  # a collection may hold itself
            known = self._values[value] = any(self._atom(each) for each in value)
        return known

    def _atom(self, atom: Atom) -> bool:
        if isinstance(atom, Instance):
            made_of = atom.site if atom.apart else ()
            return atom.model is not None or self._class(atom.cls) or self._parts(made_of)
        if isinstance(atom, ClassAtom):
            return self._class(atom.cls)
        if isinstance(atom, Function):
            if atom.function in self._reaching or not atom.function.contexts:  # nobody has followed it yet: it may
                return True
            return atom.receiver is not None and self._atom(atom.receiver)
        if isinstance(atom, Container):
            return self.value(atom.element)
        return isinstance(atom, Wrapped) and self.value(atom.inner)

    def _parts(self, site: object) -> bool:
        """Whether an object is made of one."""
        if isinstance(site, frozenset):
            return self.value(site)
        return isinstance(site, tuple) and any(self._parts(each) for each in site)

    def _class(self, cls: ClassInfo) -> bool:
        """Whether a class is one of these, or one of a framework's."""
        known = self._known.get(cls)
        if known is None:
            known = any(
                one in self._methods or (one.library and one.module.name.partition(".")[0] not in STANDARD)
                for one in self._classes.mro(cls)
            )
            self._known[cls] = known
            if not known and not cls.library:
                known = self._known[cls] = self._names_one(cls)
        return known

    def _names_one(self, cls: ClassInfo) -> bool:
        """Whether the body of a class names such a class: `class Meta: model = Order`."""
        return any(
            type(one.statement) is ASSIGN
            and type(one.statement.value) in NAMED
            and any(isinstance(atom, ClassAtom) and self._class(atom.cls) for atom in self._classes.own(cls, name))
            for name, bindings in cls.bindings.items()
            for one in bindings
        )
