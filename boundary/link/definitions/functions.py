"""What is a function to the analysis?  What stands in the code, what has been asked of it, and its contexts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.values import Atom, Function, Value
    from boundary.model import code


class Slot:
    """One parameter as it is needed at each call: what its node says, taken out of it once."""

    __slots__ = ("annotation", "by_position", "default", "kind", "name", "weight")

    def __init__(self, parameter: code.Parameter, weight: int) -> None:
        self.name = parameter.name
        self.kind = parameter.kind
        self.by_position = parameter.kind in {"normal", "positional"}
        self.annotation = parameter.annotation
        self.default = parameter.default
        self.weight = weight


class FunctionInfo:
    """One function, method or lambda."""

    slots: list[Slot] | None = None
    """Its parameters, as calls bind them (`calling/binding.py`)."""
    called: dict[object, Context] | None = None
    """The same by what was given before it was narrowed, where that is another; since they were joined last."""
    counts: Counter[object] | None = None
    """How many contexts there are for each receiver, once there are many."""
    joined: int = 0
    lasting: dict[str, frozenset[Value]] | None = None
    """Once its contexts were joined: the few constants that some parameters are given, which are not."""
    carries: bool = False
    """Whether constants that it is given decide what is touched: statements, and what they name."""
    runs: bool = False
    """Whether it hands arguments that it was given on to a function that it was given, too."""
    renders: bool = False
    """Whether it is told which template to render, with what."""
    decorates: bool = False
    """Whether it makes a function of what it is given (`syntax/decorating.py`)."""
    makes_classes: bool = False
    """Whether it makes classes, or tables, of what it is given."""
    imports: bool = False
    """Whether it imports what it is told by its name."""
    resets: bool = False
    """Whether a function that it makes sets its variables (`nonlocal`)."""
    makes_texts: bool = False
    """Whether it only makes a text of those that it is given: the name of a table, with the prefix of all."""
    calls_given: bool = False
    """Whether one of the project calls something that it is given: `cached(key, compute)`."""
    walks: bool = False
    """Whether it calls itself by its name."""
    on_object: bool = True
    """Whether it matters on which object or class it is called, for a method."""
    swallows: bool | None = None
    """Whether the block of a `with` goes on behind an error that it is told of (`evaluator/swallowing.py`)."""
    inner: bool | None = None
    """Whether it defines functions, lambdas or classes (`evaluator/execution.py`)."""
    handed_over: frozenset[str] | None = None
    """The parameters that stay what a caller handed over (`members/filling.py`)."""
    own: dict[str, bool] | None = None
    """The parameters that it hands to nobody, and whether it takes nothing out of them (`members/emptiness.py`)."""
    just_made: frozenset[int] | None = None
    """The tests that stand behind what makes the collection that they ask for (`members/just_made.py`)."""
    wraps: dict[Context | None, Function] | None = None
    """The function that each wrapper made of this one says it wraps, by the context that made it."""
    rounds: int = 0
    """How many statements its longest loop over known members has, with each round (`evaluator/loops.py`)."""
    followed: int = 0
    """How many calls have been evaluated in it, in all contexts and runs (`calling/crowds.py`)."""
    running: int = 0
    """How many of its contexts are evaluated right now: several where it calls itself, be it through others."""
    makes: bool = False
    """Whether functions are defined in it."""
    looks_out: bool | None = None
    """Whether it looks at variables of the function that it is defined in (`evaluator/enclosing.py`)."""
    mentions: tuple[str, ...] | None = None
    """The variables of others that it names, functions inside of it and all (`evaluator/enclosing.py`)."""
    steady: frozenset[str] | None = None
    """Its own variables that keep their value once they have it, but for what a loop gives them anew."""
    generic: dict[str, code.Subscript] | None = None
    """The parameters that are annotated with something of something (`definitions/generic_attributes.py`)."""
    receives: bool | None = None
    """Whether it does anything with what it is sent, for a generator (`frameworks/python/generators.py`)."""
    first: dict[object, Context] | None = None
    """The contexts that stand for all others where functions that do not look out are made."""
    _dotted: str = ""

    def __init__(  # noqa: PLR0913, PLR0917 - what stands in the code, spelled out
        self,
        name: str,
        qualname: str,
        module: ModuleInfo,
        cls: ClassInfo | None,
        node: code.Function | code.Lambda,
        parameters: tuple[code.Parameter, ...],
        body: tuple[code.Statement, ...],
        line: int,
        first_line: int,
        end_line: int,
        is_generator: bool,  # noqa: FBT001 - mostly told by its name
        native: str | None = None,
    ) -> None:
        self.name = name
        self.qualname = qualname
        self.module = module
        self.cls = cls
        self.node = node
        self.parameters = parameters
        self.body = body
        self.line = line
        self.first_line = first_line
        self.end_line = end_line
        self.is_generator = is_generator
        self.native = native
        self.matters: dict[str, int] = {}
        self.bound: dict[Atom | None, Value] = {}
        """The function as a value, by its receiver, where it is no inner one and no decorator adds to it."""
        self.contexts: dict[object, Context] = {}

    @property
    def dotted(self) -> str:
        """The function's full name: module and qualified name."""
        if not self._dotted:  # asked for everywhere: one text for all
            self._dotted = f"{self.module.name}.{self.qualname}"
        return self._dotted

    @property
    def library(self) -> bool:
        """Whether the function is read for its definition only."""
        return self.module.library

    def __repr__(self) -> str:
        return f"FunctionInfo({self.dotted})"
