"""How is a page put together?  Templates by their names, what they fill in and include, and the variables they need.

The pieces of a template become functions of the variables that they need, of a module that is read for its
definitions only: what they touch is the doing of the code that renders them. A *room* is a template's body or one of
its blocks with all that it includes. Rooms and parts are followed once for each of the values that they need, so that
what all pages share is followed once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.functions import FunctionInfo
from boundary.link.definitions.symbols import ModuleInfo
from boundary.link.domain.asking import strings
from boundary.link.domain.values import (
    ANY,
    BOTTOM,
    Anything,
    Constant,
    Container,
    Cut,
    External,
    Instance,
    Pattern,
    Present,
)
from boundary.link.syntax.page_needs import BODY, PageNeeds, texts_of
from boundary.model import code
from boundary.model.facts import ModuleFacts, SourceModule
from boundary.model.templates import (
    PAGE,
    Include,
    Part,
    TemplateSource,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.syntax.page_needs import Needs
    from boundary.model.templates import Piece, TemplateFacts

Page: TypeAlias = "dict[str, Value]"
"""The variables of a page."""
ROOM: Final = "__room__"
LONGEST_CHAIN: Final = 12
MOST_CHOICES: Final = 8
"""Of more templates than this that may be meant, one is followed."""
Choice = tuple[str, ...]
"""Names of templates, of which the first that is there is rendered."""
FEW: Final = 3
"""A room of so few parts has no function of its own."""
CHAIN: Final = "__chain__"
"""The variable of a page that says which templates it is made of, for blocks where variables are bound."""
STATE: Final = "pages"
BEHIND: Final = frozenset({"__page__", "__row__"})


class Way:
    """How a page is rendered: by the function of `evaluator` at `line`, or once that has come to its end."""

    __slots__ = ("deferred", "evaluator", "line")

    def __init__(self, evaluator: Evaluator, line: int, *, deferred: bool = False) -> None:
        self.evaluator = evaluator
        self.line = line
        self.deferred = deferred


@dataclass(slots=True, eq=False)
class Template:
    """One template in the analysis."""

    source: TemplateSource
    module: ModuleInfo
    rooms: dict[str, FunctionInfo] = field(default_factory=dict)
    parts: dict[int, FunctionInfo] = field(default_factory=dict)
    macros: dict[str, FunctionInfo] = field(default_factory=dict)
    _plain: dict[str, list[Part] | None] = field(default_factory=dict)

    @property
    def facts(self) -> TemplateFacts:
        """What the template says."""
        return self.source.facts

    def plain(self, room: str) -> list[Part] | None:
        """The pieces of a room of few parts that includes nothing; None for all others."""
        if room not in self._plain:
            pieces = self.pieces(room)
            parts = [piece for piece in pieces if isinstance(piece, Part)]
            few = len(parts) <= FEW and not any(isinstance(piece, Include) for piece in pieces)
            self._plain[room] = parts if few else None
        return self._plain[room]

    def pieces(self, room: str) -> list[Piece]:
        """The pieces of a room."""
        return self.facts.body if room == BODY else self.facts.blocks[room].pieces

    def macro(self, name: str) -> FunctionInfo | None:
        """The macro that it defines under a name."""
        node = self.facts.macros.get(name)
        if node is not None and name not in self.macros:
            self.macros[name] = _function(node, self.module)
        return self.macros.get(name)


class Pages:
    """All templates of a program, by name."""

    def __init__(self, interpreter: Interpreter, sources: Iterable[TemplateSource]) -> None:
        self._interpreter = interpreter
        self._by_name: dict[str, list[Template]] = {}
        self._by_module: dict[str, Template] = {}
        self.needs = PageNeeds(self.named)
        for source in sources:
            template = Template(source, _module(source))
            self._by_module[template.module.name] = template
            for name in source.names:
                self._by_name.setdefault(name, []).append(template)
        self._by_tail: dict[str, list[Template]] = {}
        """Where no template lies at the top, a folder below may be the one that the application has chosen: a theme."""
        if all("/" in name for name in self._by_name):
            for name, held in self._by_name.items():
                self._by_tail.setdefault(name.partition("/")[2], []).extend(held)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._by_name)

    def of(self, module: ModuleInfo) -> Template | None:
        """The template that a module stands for."""
        return self._by_module.get(module.name)

    def named(self, name: str, near: str) -> Template | None:
        """The template that loaders find by a name, nearest to a file where several are called so."""
        bare = name.removeprefix("/")
        held = self._by_name.get(bare) or self._by_tail.get(bare)
        if not held:
            return None
        if len(held) == 1:
            return held[0]
        return max(held, key=lambda one: (_common(one.source.file, near), -one.source.file.count("/")))

    def found(self, choices: list[Choice], near: str) -> list[Template]:
        """The templates that may be meant: of each choice the first that is there. Of too many, one stands for all."""
        found: dict[Template, None] = {}
        for names in choices:
            one = next((held for name in names if (held := self.named(name, near)) is not None), None)
            if one is not None:
                found[one] = None
                if len(choices) > MOST_CHOICES:
                    break
        return list(found)

    def macro(self, template: Template, written: str) -> FunctionInfo | None:
        """The macro that `row(...)` or `forms.row(...)` means in a template: its own, or one that it imports."""
        first, _, rest = written.partition(".")
        own = template.macro(written)
        if own is not None or first not in template.facts.imports:
            return own
        name, macro = template.facts.imports[first]
        other = self.named(name, template.source.file)
        return other.macro(macro or rest) if other is not None and bool(macro) != bool(rest) else None

    # --- rendering --------------------------------------------------------------------------------

    def render(self, template: Template, page: Page, way: Way) -> None:
        """A whole page, in each frame that it may fill in."""
        for chain, whole in self._chains([template], page):
            self._render(chain, page, way, whole=whole)

    def _render(self, chain: list[Template], page: Page, way: Way, *, whole: bool) -> None:
        """The frame that a template fills in, and the blocks as they are written last."""
        page = {**page, CHAIN: self._interpreter.atoms.constant("\n".join(one.module.name for one in chain))}
        self._enter(chain[-1], BODY, page, way)
        waiting = _placed(chain[-1], BODY) if whole else list(dict.fromkeys(_blocks(chain)))
        seen: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            for one in _writing(chain, name):
                self._enter(one, name, page, way)
                waiting += _placed(one, name)

    def place(self, name: str, page: Page, way: Way) -> None:
        """A block where variables are bound, as the page at hand writes it."""
        modules = [module for text in strings(page.get(CHAIN, BOTTOM)) for module in text.split("\n")]
        for one in _writing([self._by_module[module] for module in modules], name):
            self._enter(one, name, page, way)

    def _chains(self, chain: list[Template], page: Page) -> list[tuple[list[Template], bool]]:
        """The template and those that it fills in, by each frame that it may have; whether all of them are known."""
        extends = chain[-1].facts.extends
        if extends is None:
            return [(chain, True)]
        above = self._above(chain[-1], extends, page)
        if not above or len(chain) > LONGEST_CHAIN or any(one in chain for one in above):
            return [(chain, False)]
        return [found for one in above for found in self._chains([*chain, one], page)]

    def _above(self, template: Template, extends: code.Expression, page: Page) -> list[Template]:
        names = texts_of(extends)
        if names is not None:
            return self.found([(name,) for name in names], template.source.file)
        match extends:
            case code.Native(arguments=[code.Name(id=name)]):
                return self.found(choices_in(page.get(name, BOTTOM)), template.source.file)
            case _:
                return []

    def frames(self, template: Template, page: Page) -> list[str]:
        """The names of the frames around a page that no template of the project bears."""
        found: set[str] = set()
        for chain, whole in self._chains([template], page):
            extends = chain[-1].facts.extends
            if not whole and extends is not None:
                found.update(texts_of(extends) or ())
        return sorted(found)

    def _enter(self, template: Template, room: str, page: Page, way: Way) -> None:
        needs = self.needs.of_room(template, room)
        given = {name: page[name] for name in needs.names if name in page}
        if not needs.tags and not needs.everything and not any(tells(each) for each in given.values()):
            return
        parts = template.plain(room)
        if parts is not None:  # a function of their own would only cost
            for part in parts:
                self._part(template, part, page, way)
            return
        if needs.everything:
            given[PAGE] = packed(way.evaluator, page)
        function = template.rooms.get(room)
        if function is None:
            function = template.rooms[room] = _room(template, room, needs)
        self._call(function, given, way)

    def _call(self, function: FunctionInfo, given: Page, way: Way) -> None:
        value = self._interpreter.atoms.function(function)
        arguments = Arguments((), given)
        if way.deferred:
            self._interpreter.calls.deferred(way.evaluator, value, arguments, way.line)
        else:
            self._interpreter.calls.call(way.evaluator, value, arguments, way.line)

    def fill(self, evaluator: Evaluator, template: Template, room: str) -> None:
        """The pieces of a room, in the function that stands for it: its variables are those of `evaluator`."""
        page = page_in(evaluator)
        for piece in template.pieces(room):
            if isinstance(piece, Part):
                self._part(template, piece, page, Way(evaluator, piece.function.line))
            elif isinstance(piece, Include):
                given = {one.name or "": evaluator.evaluate(one.value) for one in piece.given}
                choices = choices_in(evaluator.evaluate(piece.template))
                inner = given if piece.only else {**page, **given}
                self.include(template, choices, inner, Way(evaluator, piece.line))

    def include(self, template: Template, choices: list[Choice], page: Page, way: Way) -> bool:
        """Another template in the place of a piece of this one; whether there is any."""
        found = self.found(choices, template.source.file)
        for one in found:
            self.render(one, page, way)
        return bool(found)

    def _part(self, template: Template, part: Part, page: Page, way: Way) -> None:
        names = [one.name for one in part.function.parameters]
        given = {name: page[name] for name in names if name in page and name != PAGE}
        needs = self.needs.of_part(template, part)
        if not needs.tags and not any(tells(each) for each in given.values()):
            return
        if PAGE in names:
            seen = page if needs.everything else {name: page[name] for name in needs.names if name in page}
            given[PAGE] = packed(way.evaluator, seen)
        function = template.parts.get(id(part))
        if function is None:
            function = template.parts[id(part)] = _function(part.function, template.module)
        self._call(function, given, way)


def _module(source: TemplateSource) -> ModuleInfo:
    name = f"template {source.file}"
    held = SourceModule(name, source.file, ModuleFacts((), source.facts.lines, 0), library=True)
    return ModuleInfo(held, name, source.file, library=True, package="", bindings={}, stars=[], template=True)


def _function(node: code.Function, module: ModuleInfo) -> FunctionInfo:
    made = FunctionInfo(
        node.name,
        node.qualname,
        module,
        None,
        node,
        node.parameters,
        node.body,
        node.line,
        node.first_line,
        node.end_line,
        is_generator=False,
        native="",
    )
    made.inner = False
    return made


def _room(template: Template, room: str, needs: Needs) -> FunctionInfo:
    names = [*needs.names, PAGE] if needs.everything else list(needs.names)
    parameters = tuple([code.Parameter(name, "keyword", None, None) for name in names])
    call = code.Native(ROOM, (code.Constant(room), *[code.Name(name) for name in names]), (), 1)
    name = f"block {room}" if room else "template"
    node = code.Function(
        name,
        name,
        parameters,
        (),
        None,
        (code.Evaluate(call, 1),),
        1,
        1,
        template.facts.lines,
        is_async=False,
        is_generator=False,
    )
    return _function(node, template.module)


def _placed(template: Template, room: str) -> list[str]:
    """The blocks that have their place in a room."""
    return [piece.name for piece in template.pieces(room) if not isinstance(piece, (Part, Include))]


def _blocks(chain: list[Template]) -> list[str]:
    return [name for one in chain for name in one.facts.blocks]


def _writing(chain: list[Template], name: str) -> Iterator[Template]:
    """The templates that write a block of a page: the last one, and those above it that it shows, too."""
    for one in chain:
        block = one.facts.blocks.get(name)
        if block is not None:
            yield one
            if not block.keeps:
                return


def _common(one: str, other: str) -> int:
    """How many folders two files have in common."""
    count = 0
    for left, right in zip(one.split("/"), other.split("/"), strict=False):
        if left != right:
            break
        count += 1
    return count


def tells(value: Value) -> bool:
    """Whether a value is more than plain text and numbers: something that could be asked."""
    return any(
        atom.objects
        if isinstance(atom, Container)
        else not isinstance(atom, (Constant, Pattern, Present, External, Anything, Cut))
        for atom in value
    )


def choices_in(value: Value) -> list[Choice]:
    """The templates that a value may name, each by the names of which the first that is there is taken."""
    found: set[Choice] = {(name,) for name in strings(value)}
    for atom in value:
        if isinstance(atom, Container) and atom.kind in {"list", "tuple"}:
            found.add(tuple(name for entry in atom.entries or (atom.element,) for name in strings(entry)))
        elif isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[0] == "template":
            found.update(atom.site[1])
    return sorted(found)


def packed(evaluator: Evaluator, page: Page) -> Value:
    """A page as one value; its order is that of the names, for one page is one value."""
    entries = tuple(sorted(page.items()))
    return evaluator.atoms.container("dict", frozenset().union(*page.values()), entries)


def page_in(evaluator: Evaluator) -> Page:
    """The variables that a piece sees: those of the page that it was given, under its own."""
    page: Page = {}
    for atom in evaluator.env.get(PAGE, BOTTOM):
        if isinstance(atom, Container) and atom.kind == "dict":
            page.update({name: value for name, value in atom.entries or () if isinstance(name, str)})
    for name, value in evaluator.env.items():
        if name not in BEHIND and (ANY not in value or len(value) > 1 or name not in page):
            page[name] = value
    return page
