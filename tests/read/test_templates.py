"""What the facts of templates say: variables, tags, pieces; and which files are templates, by which names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.errors import BoundaryError
from boundary.model import code
from boundary.model.templates import Include, Inner, Part
from boundary.read.sources import read_tree, survey
from boundary.read.template_files import names_of
from boundary.read.templates import read_template
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path

    from boundary.model.templates import Piece


def assert_says(text: str, *expected: str) -> None:
    """The body of a template has these pieces: statements, `include`s, `block`s."""
    assert [_piece(one) for one in read_template(text).body] == list(expected)


def _piece(piece: Piece) -> str:
    if isinstance(piece, Inner):
        return f"block {piece.name}"
    if isinstance(piece, Include):
        given = "".join(f" {one.name}={_said(one.value)}" for one in piece.given)
        return f"include {_said(piece.template)}{given}{' only' * piece.only}"
    return "; ".join(map(_statement, piece.function.body))


def _statement(node: code.Statement) -> str:
    match node:
        case code.Evaluate(value=value):
            return _said(value)
        case code.Assign(targets=[code.Name(id=name)], value=value):
            return f"{name} = {_said(value)}"
        case code.For(target=target, iterable=iterable, body=body, orelse=orelse):
            empty = f" else [{_block(orelse)}]" if orelse else ""
            return f"for {_said(target)} in {_said(iterable)} [{_block(body)}]{empty}"
        case code.If(test=code.Constant(value=True), body=body):
            return f"[{_block(body)}]"
        case code.If(test=test, body=body, orelse=orelse):
            return f"if {_said(test)} [{_block(body)}]{f' else [{_block(orelse)}]' if orelse else ''}"
        case _:
            return type(node).__name__


def _block(body: tuple[code.Statement, ...]) -> str:
    return "; ".join(map(_statement, body))


def _said(node: code.Expression | None) -> str:
    match node:
        case code.Name(id=name):
            return name
        case code.Constant(value=value):
            return repr(value)
        case code.Native():
            return _native(node, [_said(one) for one in node.arguments])
        case code.Operation(operator="not", operands=[one]):
            return f"not {_said(one)}"
        case code.Operation(operator=operator, operands=operands):
            return "(" + f" {operator} ".join(map(_said, operands)) + ")"
        case code.Display(items=items):
            return ", ".join(map(_said, items))
        case code.Comprehension(elements=[element], clauses=[clause]):
            return f"[{_said(element)} for {_said(clause.iterable)}]"
        case code.Mapping(keys=keys, values=values):
            return "{" + ", ".join(f"{_said(k)}: {_said(v)}" for k, v in zip(keys, values, strict=True)) + "}"
        case _:
            return type(node).__name__


def _native(node: code.Native, given: list[str]) -> str:
    match node.name:
        case "__part__":
            return ".".join([given[0], *(one.strip("'") for one in given[1:])])
        case "__filtered__":
            return f"{given[1]}|{given[0][1:-1]}{''.join(f':{one}' for one in given[2:])}"
        case "__shown__":
            return f"{{{given[0]}}}"
        case "__tested__":
            return f"{given[0]}?"
        case name:
            named = [f"{one.name}={_said(one.value)}" for one in node.keywords]
            return f"{name.strip('_')}({', '.join([*given, *named])})"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ order.lines.all }}", "{order.lines.all}"),
        ("{{order}}", "{order}"),
        ("{{ rows.0.name }}", "{rows.0.name}"),
        ('{{ a|default:"x|y"|upper }}', "{a|default:'x|y'|upper}"),
        ("{{ a|join:b.c }}", "{a|join:b.c}"),
        ("{{ a|add:-1 }}", "{a|add:-1}"),
        ("{{ a.b(c.d, 'x', e=f.g) }}", "{called(a, 'b', 'a.b', c.d, 'x', e=f.g)}"),
        ("{{ a.b(c).d() }}", "{called(a, 'b', 'a.b', c).d}"),
        ("{{ a|join(', ') }}", "{a|join:', '}"),
        ("{{ f(')', (a, b), [c]) }}", "{called(f, None, 'f', ')', None, None)}"),
        ("{{ f(a }}{{ f(( }}", "{called(f, None, 'f', a)}"),
        ("{{ _('%(n)s', n=a.b) }}", "{called(_, None, '_', '%(n)s', n=a.b)}"),
        ("{{ _('a') }}{{ b }}", "{b}"),
        ("{% set a = b.c(1) %}{{ a }}", "a = called(b, 'c', 'b.c', 1); {a}"),
        ('{% if a and not b or c == "x" %}{{ d }}{% endif %}', "if ((a? and not b?) or (c == 'x')) [{d}]"),
        ("{% if a in b %}{{ c }}{% else %}{{ d }}{% endif %}", "if (a in b) [{c}] else [{d}]"),
        ("{% if a not in b %}{{ c }}{% elif d is not e %}{{ f }}{% endif %}",
         "if (a not in b) [{c}] else [if (d is not e) [{f}]]"),
        ("{% for a in b.c %}{{ a.d }}{% empty %}{{ e }}{% endfor %}", "for a in b.c [{a.d}] else [{e}]"),
        ("{% for key, value in a.items reversed %}{{ value }}{% endfor %}", "for key, value in a.items [{value}]"),
        ("{% with a=b.c d=e %}{{ a.f }}{% endwith %}", "[a = b.c; d = e; {a.f}]"),
        ("{% with b.c as a %}{{ a }}{% endwith %}", "[a = b.c; {a}]"),
        ("{% url 'page' a.pk b=a.c.pk as d %}", "a.pk; a.c.pk"),
        ("{% blocktrans with a=b.c %}{{ a }} of {{ d }}{% endblocktrans %}", "[a = b.c; {a}; {d}]"),
        ("{% regroup a by b.c as d %}", "d = [{'grouper': __row__.b.c, 'list': __row__} for a]"),
        ("{% rows a.b 2 key=c|first as d %}", "d = tagged('rows', __page__, a.b, 2, key=c|first)"),
        ("{% panel %}{{ a }}{% endpanel %}", "{tagged('panel', __page__)}"),
        ("{% for a in b %}{% include 'x.html' with c=a only %}{% endfor %}",
         "for a in b [included('x.html', __page__, {'c': a}, True)]"),
        ("{% with a=b %}{% block c %}{{ a }}{% endblock %}{% endwith %}", "[a = b; placed('c', __page__)]"),
        ("{# {{ a }} #}{% comment %}{{ b }}{% endcomment %}{% verbatim %}{{ c }}{% endverbatim %}{{ d }}", "{d}"),
        ("{% if", None),
        ("{{ a", None),
        ("{{ }}{% %}{{ 'text' }}{% csrf_token %}", None),
    ],
)  # fmt: skip
def test_a_template_says(text: str, expected: str | None) -> None:
    found = [_piece(one) for one in read_template(text).body]
    assert expected in found if expected else not found


def test_pieces_that_need_the_same_go_together() -> None:
    assert_says(
        "{{ a.b }}{{ c }}{% include 'x.html' with d=a %}{{ a.e }}{% block f %}{{ a }}{% endblock %}",
        "{a.b}; {a.e}",
        "{c}",
        "include 'x.html' d=a",
        "block f",
    )


def test_what_is_bound_goes_with_those_that_use_it() -> None:
    assert_says("{% rows as a %}{{ b }}{{ a.c }}", "{b}", "a = tagged('rows', __page__); {a.c}")


def test_a_test_around_includes_and_blocks_is_a_piece_of_its_own() -> None:
    assert_says("{% if a %}{% include b %}{% endif %}", "a?", "include b")


def test_what_a_template_fills_in_and_loads() -> None:
    facts = read_template(
        "{% extends 'base.html' %}{% load shop i18n %}{% load a b from orders %}\n"
        "{% block page %}{{ block.super }}{% block inner %}{{ c }}{% endblock inner %}{% endblock %}"
    )
    assert _said(facts.extends) == "'base.html'"
    assert facts.loads == ["shop", "i18n", "orders"]
    assert facts.blocks["page"].keeps
    assert not facts.blocks["inner"].keeps
    assert [one.name for one in facts.blocks["page"].pieces if isinstance(one, Inner)] == ["inner"]


def test_macros_and_those_of_others() -> None:
    facts = read_template(
        "{% from 'forms.html' import row, field as shown with context %}{% import \"lists.html\" as lists %}\n"
        "{% macro line(order, kind='a') %}{{ order.total }}{% endmacro %}{{ line(a) }}"
        "{% macro %}{{ b }}{% endmacro %}{% import a %}{% from c %}{% call d %}"
        "{% call(e) line(f) %}{{ g }}{% endcall %}"
    )
    assert facts.imports == {
        "row": ("forms.html", "row"),
        "shown": ("forms.html", "field"),
        "lists": ("lists.html", ""),
    }
    (macro,) = facts.macros.values()
    assert (macro.name, macro.line, [one.name for one in macro.parameters]) == ("line", 2, ["order", "kind"])
    said = [_piece(one) for one in facts.body]
    assert "{called(line, None, 'line', a)}" in said
    assert "{called(line, None, 'line', f)}" in said


def test_a_part_knows_its_lines_and_tags() -> None:
    (part,) = read_template("\n\n{% for a in b %}\n{% mine a %}\n{% include c %}{% endfor %}").body
    assert isinstance(part, Part)
    assert (part.function.line, part.tags, part.includes) == (3, ["mine"], [None])
    assert [one.name for one in part.function.parameters] == ["b", "__page__", "c"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{% for a in b %}", "the tag 'for' is never closed"),
        ("x\n{% if a %}{% else %}", "the tag 'if' is never closed"),
        ("{% block a %}{% with b=c %}{% endblock %}", "the tag 'with' is never closed"),
        ("{% if a %}" * 50 + "{% endif %}" * 50, "tags are nested too deeply"),
        ("{% if a %}" + "{% elif b %}" * 50 + "{% endif %}", "tags are nested too deeply"),
    ],
)
def test_what_does_not_fit_together_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BoundaryError, match=reason):
        read_template(text)


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("shop/templates/shop/a.html", "shop/a.html"),
        ("templates/a.html", "a.html"),
        ("a/templates/b/templates/c.html", "b/templates/c.html c.html"),
        ("shop/jinja2/a.html", "a.html"),
        ("theme/shop/a.html", "shop/a.html a.html"),
    ],
)
def test_the_names_of_a_template(file: str, names: str) -> None:
    assert names_of(file) == tuple(names.split())


def test_which_files_are_templates(tmp_path: Path) -> None:
    grow(
        tmp_path,
        {
            "shop/settings.py": 'TEMPLATES = [{"DIRS": [BASE / "theme", os.path.join(BASE, "mails")]}]',
            "shop/templates/a.html": "{{ a }}",
            "shop/templates/a.txt": "{{ a }}",
            "shop/templates/a.svg": "{{ a }}",
            "shop/templates/rc": "{{ a }}",
            "shop/rc": "{{ a }}",
            "shop/templates/tests/b.html": "{{ a }}",
            "theme/c.html": "{{ a }}",
            "docs/d.html": "{{ a }}",
            "node_modules/templates/e.html": "{{ a }}",
            "shop/templates/broken.html": "{% for a in b %}",
        },
    )
    read = read_tree(tmp_path, cache=False)
    found = ["shop/templates/a.html", "shop/templates/a.txt", "shop/templates/rc", "theme/c.html"]
    assert [one.file for one in read.templates] == found
    assert [str(one) for one in read.unreadable] == ["shop/templates/broken.html:1: the tag 'for' is never closed"]


def test_a_changed_template_changes_the_survey(tmp_path: Path) -> None:
    grow(tmp_path, {"shop/a.py": "", "shop/templates/a.html": "{{ a }}"})
    before = survey(tmp_path, cache=False).digest
    assert survey(tmp_path, cache=False).digest == before
    grow(tmp_path, {"shop/templates/a.html": "{{ b }}"})
    assert survey(tmp_path, cache=False).digest != before


def test_facts_of_templates_are_kept(tmp_path: Path) -> None:
    root = grow(
        tmp_path / "root", {"shop/a.py": "", "shop/templates/a.html": "{{ a }}", "b/templates/b.html": "{{ a }}"}
    )
    first = read_tree(root, cache=tmp_path / "cache")
    again = read_tree(root, cache=tmp_path / "cache")
    assert (
        [one.names for one in again.templates] == [one.names for one in first.templates] == [("b.html",), ("a.html",)]
    )
