"""What do the tags of Django's templates say?  Loops, blocks, includes and the rest as statements, in pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from boundary.model import code
from boundary.model.templates import INCLUDED, PLACED, SHOWN, TAGGED, Include
from boundary.read.python.refusal import RefusedError
from boundary.read.templates.expressions import (
    NOTHING,
    arguments,
    condition,
    expression,
    native,
    signature,
    words,
)
from boundary.read.templates.pieces import Draft
from boundary.read.templates.variables import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from boundary.read.templates.tokens import Token

DEEPEST = 40
"""Tags nested deeper than this are refused."""
SILENT = frozenset(
    {"csrf_token", "comment", "templatetag", "lorem", "debug", "spaceless", "autoescape", "language", "localize",
     "localtime", "filter", "get_static_prefix", "get_media_prefix", "plural", "ifchanged", "else", "elif", "empty"}
)  # fmt: skip
"""Tags that neither look anything up nor open a scope."""
PLAIN = frozenset(
    {"url", "static", "trans", "translate", "now", "cycle", "firstof", "widthratio", "cache", "resetcycle",
     "get_current_language", "get_available_languages", "get_language_info", "timezone", "get_current_timezone"}
)  # fmt: skip
"""Tags of which only the arguments count."""


class DjangoReader:
    """Reads the tokens of one template."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._position = 0
        self._depth = 0
        self._scopes = 0
        self.draft = Draft()

    def read(self) -> None:
        """Read all of them into the draft."""
        self.draft.body = self._until(())

    def _until(self, ends: tuple[str, ...]) -> list[object]:
        """What stands before one of these tags, which is left to the caller."""
        found: list[object] = []
        while self._position < len(self._tokens):
            token = self._tokens[self._position]
            if token.name in ends:
                return found
            self._position += 1
            if not token.name:
                value = expression(token.text, token.line)
                found.append(code.Evaluate(native(SHOWN, (value,), token.line), token.line))
                continue
            reader = READERS.get(token.name.partition("(")[0])  # `{% call(item) listed(items) %}`
            if reader is not None:
                found.extend(reader(self, token))
            elif token.name not in SILENT and not token.name.startswith("end"):
                found.extend(self._other(token))
        return found

    def _inside(self, token: Token, *ends: str) -> list[object]:
        """What stands inside a tag that is closed by the last of `ends`."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise RefusedError("tags are nested too deeply", token.line)
        found = self._until(ends)
        self._depth -= 1
        if self._position >= len(self._tokens):
            raise RefusedError(f"the tag {token.name!r} is never closed", token.line)
        return found

    def _scoped(self, token: Token, *ends: str) -> tuple[code.Statement, ...]:
        """The same where variables are bound that only this part sees."""
        self._scopes += 1
        found = self._inside(token, *ends)
        self._scopes -= 1
        return tuple(one for one in found if not isinstance(one, str))  # type: ignore[misc]

    def _next(self) -> Token:
        token = self._tokens[self._position]
        self._position += 1
        return token

    def read_for(self, token: Token) -> list[object]:
        """`{% for a, b in rows %} ... {% empty %} ... {% endfor %}`."""
        given = words(token.text.replace(",", " "))
        at = given.index("in") if "in" in given else len(given)
        names: list[code.Expression] = [code.Name(name) for name in given[:at] if name.isidentifier()]
        rest = token.text.partition(" in ")[2].removesuffix(" reversed")
        iterable = expression(rest, token.line)
        body = self._scoped(token, "empty", "endfor")
        orelse: tuple[code.Statement, ...] = ()
        if self._next().name == "empty":
            orelse = self._scoped(token, "endfor")
            self._next()
        target = names[0] if len(names) == 1 else code.Display("tuple", tuple(names))
        return [code.For(target, iterable, body, orelse, token.line)]

    def read_if(self, token: Token) -> list[object]:
        """`{% if test %}`; where templates or blocks stand in it, they are pieces like all others."""
        test = condition(words(token.text), token.line)
        body = self._inside(token, "elif", "else", "endif")
        ended = self._next()
        orelse: list[object] = []
        if ended.name == "elif":
            self._depth += 1
            if self._depth > DEEPEST:
                raise RefusedError("tags are nested too deeply", token.line)
            orelse = self.read_if(ended)
            self._depth -= 1
        elif ended.name == "else":
            orelse = self._inside(token, "endif")
            self._next()
        if not self._scopes and any(not isinstance(one, _STATEMENTS) for one in (*body, *orelse)):
            return [code.Evaluate(test, token.line), *body, *orelse]
        return [code.If(test, tuple(body), tuple(orelse), token.line)]  # type: ignore[arg-type]

    def read_with(self, token: Token) -> list[object]:
        """`{% with a=b c=d %}`, `{% with b as a %}`."""
        given = words(token.text)
        bound: list[object] = []
        if len(given) == 3 and given[1] == "as":  # noqa: PLR2004 - the old form
            bound.append(self._bind(given[2], expression(given[0], token.line), token.line))
        else:
            bound.extend(self._bind(one.name or "", one.value, token.line) for one in arguments(given, token.line)[1])
        body = self._scoped(token, "endwith")
        self._next()
        return [code.If(code.Constant(value=True), (*bound, *body), (), token.line)]  # type: ignore[arg-type]

    @staticmethod
    def _bind(name: str, value: code.Expression, line: int) -> code.Statement:
        return code.Assign((code.Name(name),), value, None, line)

    def read_set(self, token: Token) -> list[object]:
        """`{% set name = value %}` of Jinja."""
        name, equals, value = token.text.partition("=")
        if not equals or not name.strip().isidentifier():
            return self._other(token)
        return [self._bind(name.strip(), expression(value, token.line), token.line)]

    def read_macro(self, token: Token) -> list[object]:
        """`{% macro row(order, kind="small") %}` of Jinja: a function of its own, which the page does not run."""
        name, parameters = signature(token.text, token.line)
        if not name:
            return self._other(token)
        body = self._scoped(token, "endmacro")
        end = self._next().line
        self.draft.macros[name] = code.Function(
            name,
            name,
            parameters,
            (),
            None,
            body,
            token.line,
            token.line,
            end,
            is_async=False,
            is_generator=False,
        )
        return []

    def read_call(self, token: Token) -> list[object]:
        """`{% call(item) listed(items) %}`: a macro that the inside of the tag is handed to."""
        called = token.text.partition(")")[2] if token.text.startswith("(") else token.text
        if "(" not in called:
            return self._other(token)
        return [code.Evaluate(native(SHOWN, (expression(called, token.line),), token.line), token.line)]

    def read_import(self, token: Token) -> list[object]:
        """`{% import "forms.html" as forms %}`."""
        found = _IMPORT.match(token.text)
        if found is None:
            return self._other(token)
        self.draft.imports[found["name"]] = (found["template"], "")
        return []

    def read_from(self, token: Token) -> list[object]:
        """`{% from "forms.html" import row, field as shown %}`."""
        found = _FROM.match(token.text)
        if found is None:
            return self._other(token)
        for one in found["names"].removesuffix("with context").removesuffix("without context").split(","):
            name, _, alias = one.strip().partition(" as ")
            self.draft.imports[alias.strip() or name] = (found["template"], name.strip())
        return []

    def read_block(self, token: Token) -> list[object]:
        """`{% block name %}`."""
        given = words(token.text)
        name = given[0] if given else ""
        inside = self._inside(token, "endblock")
        self._next()
        self.draft.blocks.setdefault(name, inside)
        if self._scopes:
            return [code.Evaluate(native(PLACED, (code.Constant(name), page()), token.line), token.line)]
        return [name]

    def read_extends(self, token: Token) -> list[object]:
        """`{% extends name %}`."""
        self.draft.extends = expression(token.text, token.line)
        return []

    def read_load(self, token: Token) -> list[object]:
        """`{% load library %}`, `{% load tag from library %}`."""
        given = token.text.split()
        self.draft.loads.extend(given[given.index("from") + 1 :] if "from" in given else given)
        return []

    def read_include(self, token: Token) -> list[object]:
        """`{% include name with variable=value only %}`."""
        given = words(token.text)
        name = expression(given[0], token.line) if given else NOTHING
        rest = given[1:]
        only = "only" in rest
        keywords = arguments([one for one in rest if one not in {"only", "with"}], token.line)[1]
        if not self._scopes:
            return [Include(name, keywords, only, token.line)]
        mapping = code.Mapping(tuple(code.Constant(one.name) for one in keywords), tuple(one.value for one in keywords))
        call = native(INCLUDED, (name, page(), mapping, code.Constant(only)), token.line)
        return [code.Evaluate(call, token.line)]

    def read_blocktrans(self, token: Token) -> list[object]:
        """`{% blocktrans with a=b count n=c %}`; the variables in its text are bound there or the page's."""
        given = [one for one in words(token.text) if one not in {"with", "count", "trimmed", "and"}]
        bound: list[object] = []
        for index, word in enumerate(given):
            if word == "as" and 0 < index < len(given) - 1:
                bound.append(self._bind(given[index + 1], expression(given[index - 1], token.line), token.line))
        bound.extend(self._bind(one.name or "", one.value, token.line) for one in arguments(given, token.line)[1])
        body = self._scoped(token, f"end{token.name}")
        self._next()
        return [code.If(code.Constant(value=True), (*bound, *body), (), token.line)]  # type: ignore[arg-type]

    def read_regroup(self, token: Token) -> list[object]:
        """`{% regroup lines by order as groups %}`: pairs of what they are grouped by, and of lists."""
        given = words(token.text)
        if len(given) != 5:  # noqa: PLR2004 - the form above
            return []
        one = code.Name("__row__")
        key = expression(f"__row__.{given[2]}", token.line)
        group = code.Mapping((code.Constant("grouper"), code.Constant("list")), (key, code.Display("list", (one,))))
        clause = code.Clause(one, expression(given[0], token.line), ())
        return [self._bind(given[4], code.Comprehension("list", (group,), (clause,), token.line), token.line)]

    def read_plain(self, token: Token) -> list[object]:
        """A tag of the language of which only the arguments count; `as` binds text."""
        given = words(token.text)
        name = given[-1] if len(given) > 1 and given[-2] == "as" else None
        positional, keywords = arguments(given[:-2] if name else given, token.line)
        found: list[object] = [
            code.Evaluate(one, token.line)
            for one in (*positional, *(keyword.value for keyword in keywords))
            if not isinstance(one, code.Constant)
        ]
        if name:
            found.append(self._bind(name, NOTHING, token.line))
        return found

    def _other(self, token: Token) -> list[object]:
        """A tag of some library: what it is given, and the variable that it binds."""
        given = words(token.text)
        name = given[-1] if len(given) > 1 and given[-2] == "as" and given[-1].isidentifier() else None
        positional, keywords = arguments(given[:-2] if name else given, token.line)
        tag = code.Constant(token.name)
        call = code.Native(TAGGED, (tag, page(), *positional), keywords, token.line)
        if name:
            return [self._bind(name, call, token.line)]
        return [code.Evaluate(native(SHOWN, (call,), token.line), token.line)]


_IMPORT = re.compile(r"""["'](?P<template>[^"']+)["']\s+as\s+(?P<name>\w+)""")
_FROM = re.compile(r"""["'](?P<template>[^"']+)["']\s+import\s+(?P<names>.+)""", re.DOTALL)
_STATEMENTS = (code.Evaluate, code.Assign, code.For, code.If)
READERS: dict[str, Callable[[DjangoReader, Token], list[object]]] = {
    "for": DjangoReader.read_for,
    "if": DjangoReader.read_if,
    "with": DjangoReader.read_with,
    "block": DjangoReader.read_block,
    "extends": DjangoReader.read_extends,
    "load": DjangoReader.read_load,
    "include": DjangoReader.read_include,
    "blocktrans": DjangoReader.read_blocktrans,
    "blocktranslate": DjangoReader.read_blocktrans,
    "regroup": DjangoReader.read_regroup,
    "set": DjangoReader.read_set,
    "macro": DjangoReader.read_macro,
    "call": DjangoReader.read_call,
    "import": DjangoReader.read_import,
    "from": DjangoReader.read_from,
    **dict.fromkeys(PLAIN, DjangoReader.read_plain),
}
