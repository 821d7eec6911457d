"""Which tags and filters does a project give its templates?  The functions that its `templatetags` register.

Those of libraries that are known by a skeleton are meant where a template loads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, Function
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, CONSTANT, EVALUATE, FUNCTION
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.evaluator.pages import Template

FOLDER: Final = "templatetags"
FILTER: Final = "filter"
KINDS: Final = frozenset({"simple_tag", "inclusion_tag", "simple_block_tag", "tag", FILTER})
STATE: Final = "template tags"


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One tag or filter: the `expression` of its function in `module`, and the call that registers it."""

    kind: str
    name: str
    module: ModuleInfo
    expression: code.Expression
    call: code.Call | None

    @property
    def takes_context(self) -> bool:
        """Whether the variables of the page are its first argument."""
        keywords = self.call.keywords if self.call is not None else []
        return any(
            one.name == "takes_context" and type(one.value) is CONSTANT and one.value.value is True for one in keywords
        )


class Tags:
    """All of them, by the library that a template loads and by name."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._tags: dict[tuple[str, str], Tag] = {}
        self._filters: dict[tuple[str, str], Tag] = {}
        self._only: dict[tuple[bool, str], Tag | None] = {}
        self._values: dict[Tag, Value] = {}
        self._wants: dict[Tag, frozenset[str] | None] = {}
        for module in list(interpreter.program.modules.values()):
            parts = module.name.split(".")
            if FOLDER in parts[:-1] and not module.environment:
                for tag in _registered(module):
                    self._add(parts[-1], tag)

    def _add(self, library: str, tag: Tag) -> None:
        is_filter = tag.kind == FILTER
        held = self._filters if is_filter else self._tags
        if tag.module.library:
            held.setdefault((library, tag.name), tag)
            return
        held[library, tag.name] = tag
        key = is_filter, tag.name
        self._only[key] = None if key in self._only else tag

    def tag(self, loads: list[str], name: str) -> Tag | None:
        """The tag that a name means where these libraries are loaded, or the only one of that name."""
        return self._find(self._tags, loads, name, is_filter=False)

    def filters(self, loads: list[str], name: str) -> Value:
        """The function of a filter; nothing where the project has none of that name."""
        found = self._find(self._filters, loads, name, is_filter=True)
        return self.value(found) if found is not None else BOTTOM

    def _find(self, held: dict[tuple[str, str], Tag], loads: list[str], name: str, *, is_filter: bool) -> Tag | None:
        for library in loads:
            found = held.get((library.rpartition(".")[2], name))
            if found is not None:
                return found
        return self._only.get((is_filter, name))

    def value(self, tag: Tag) -> Value:
        """The function of a tag."""
        found = self._values.get(tag)
        if found is None:
            evaluator = self._interpreter.module_evaluator(tag.module)
            found = self._values[tag] = evaluator.evaluate(tag.expression)
        return found

    def file(self, tag: Tag) -> list[str]:
        """The template of an inclusion tag."""
        call = tag.call
        if call is None:
            return []
        given = [*call.arguments[:1], *(one.value for one in call.keywords if one.name == "filename")]
        evaluator = self._interpreter.module_evaluator(tag.module)
        return [name for one in given[:1] for name in strings(evaluator.evaluate(one))]

    def wants(self, tag: Tag) -> frozenset[str] | None:
        """The variables of the page that a tag reads; None for any."""
        if tag not in self._wants:
            self._wants[tag] = _wanted(self.value(tag)) if tag.takes_context else frozenset()
            if tag.kind == "tag":
                self._wants[tag] = frozenset({"request", "user"})
        return self._wants[tag]

    def wanted(self, template: Template, name: str) -> frozenset[str] | bool | None:
        """The same for the tag of a name in a template; False where the project has none."""
        tag = self.tag(template.facts.loads, name)
        return False if tag is None else self.wants(tag)


def tags_of(evaluator: Evaluator) -> Tags:
    """The tags of the program, found once."""
    return tags(evaluator.interpreter)


def tags(interpreter: Interpreter) -> Tags:
    """The tags of the program, found once."""
    held: Tags | None = interpreter.frameworks.state.get(STATE)
    if held is None:
        held = interpreter.frameworks.state[STATE] = Tags(interpreter)
    return held


def _registered(module: ModuleInfo) -> Iterator[Tag]:
    for statement in module.statements:
        if type(statement) is FUNCTION:
            for decorator in statement.decorators:
                yield from _by_decorator(module, statement, decorator)
        elif type(statement) is EVALUATE and type(statement.value) is CALL:
            yield from _by_call(module, statement.value)


def _by_decorator(module: ModuleInfo, function: code.Function, decorator: code.Expression) -> Iterator[Tag]:
    """`@register.filter`, `@register.simple_tag(takes_context=True, name="x")`, `@register.tag("x")`."""
    call = decorator if type(decorator) is CALL else None
    inner = call.function if call is not None else decorator
    if type(inner) is not ATTRIBUTE or inner.name not in KINDS:
        return
    name = function.name
    if call is not None:
        given = call.arguments[:1] if inner.name in {"tag", FILTER} else []
        for one in (*given, *(key.value for key in call.keywords if key.name == "name")):
            if type(one) is CONSTANT and isinstance(one.value, str):
                name = one.value
    yield Tag(inner.name, name, module, code.Name(function.name), call)


def _by_call(module: ModuleInfo, call: code.Call) -> Iterator[Tag]:
    """`register.filter("x", function)`, `register.simple_tag(function, name="x")`, `register.inclusion_tag(t)(f)`."""
    outer, function = call, call.function
    if type(function) is CALL:
        call, function = function, function.function
    if type(function) is not ATTRIBUTE or function.name not in KINDS:
        return
    given = outer.arguments if outer is not call else call.arguments
    names = [one.value for one in call.arguments[:1] if type(one) is CONSTANT and outer is call]
    names += [one.value.value for one in call.keywords if one.name == "name" and type(one.value) is CONSTANT]
    functions = [one for one in given if type(one) is not CONSTANT]
    if functions:
        last = functions[0].name if type(functions[0]) is ATTRIBUTE else getattr(functions[0], "id", "")
        name = next((one for one in names if isinstance(one, str)), last)
        yield Tag(function.name, name, module, functions[0], call)


def _wanted(value: Value) -> frozenset[str] | None:
    """The keys by which a function asks its first parameter; None where it does anything else with it."""
    found: set[str] = set()
    for atom in value:
        if not isinstance(atom, Function) or not atom.function.parameters:
            return None
        name = atom.function.parameters[0].name
        stack: list[object] = list(atom.function.body)
        while stack:
            node = stack.pop()
            asked = _asked(node, name)
            if asked is not None:
                key, rest = asked
                if key is None:
                    return None
                found.add(key)
                stack.extend(rest)
            elif isinstance(node, tuple):
                stack.extend(node)
            elif isinstance(node, code.Node):
                stack.extend(getattr(node, one) for one in node.fields)
    return frozenset(found)


def _asked(node: object, name: str) -> tuple[str | None, tuple[code.Expression, ...]] | None:
    """The key by which a node asks the variable `name`, and what else is in it; the key is None for any other use."""
    match node:
        case code.Subscript(value=code.Name(id=held), index=code.Constant(value=str(key))) if held == name:
            return key, ()
        case code.Call(
            function=code.Attribute(value=code.Name(id=held), name="get"),
            arguments=[code.Constant(value=str(key)), *_],
        ) if held == name:
            return key, node.arguments[1:]  # a name behind the star is a list here, and a tuple once compiled
        case code.Attribute(value=code.Name(id=held), name="request") if held == name:
            return "request", ()
        case code.Operation(operator="in" | "not in", operands=[code.Constant(value=str(key)), code.Name(id=held)]) if (
            held == name
        ):
            return key, ()
        case code.Name(id=held) if held == name:
            return None, ()
        case _:
            return None
