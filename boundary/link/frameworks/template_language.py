"""What does a template's language do?  Dots, what is written into the page, tests, filters, tags, includes.

The names are those of `boundary.model.templates`. Django's rules hold: a dot asks for a key, an attribute or an index,
and calls what it finds where that can be called without arguments, unless it changes data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import is_unknown, strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import (
    BOTTOM,
    UNKNOWN,
    Atom,
    ClassAtom,
    Constant,
    Container,
    Function,
    Instance,
    Native,
    Wrapped,
    by_age,
)
from boundary.link.evaluator import operators
from boundary.link.evaluator.pages import ROOM, STATE, Way, choices_in, packed, page_in
from boundary.link.frameworks.django.managers import QUERYSET
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.templates import GIVEN, page_of, show_all, shown_by_itself
from boundary.link.frameworks.template_tags import tags_of
from boundary.link.members import containers
from boundary.model.templates import CALLED, FILTERED, INCLUDED, LOOKUP, PLACED, SHOWN, TAGGED, TESTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.definitions.functions import FunctionInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.pages import Pages, Template
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.template_tags import Tags

CHANGING: Final = frozenset(
    {"save", "delete", "create", "update", "add", "remove", "set", "clear", "get_or_create", "update_or_create",
     "bulk_create", "bulk_update", "save_base", "asave", "adelete"}
)  # fmt: skip
"""Methods that templates refuse to call (`alters_data`)."""
MEMBER: Final = frozenset({"first", "last", "random"})
SAME: Final = frozenset(
    {"default", "default_if_none", "slice", "dictsort", "dictsortreversed", "list", "sort", "reverse"}
)
"""Filters that give what they are given, or a part of it, without reading it all."""
FIELD: Final = "django.forms.fields.Field"
FORM: Final = "django.forms.forms.BaseForm"
_FORMS: Final = (
    FORM,
    "django.forms.formsets.BaseFormSet",
    "django.forms.boundfield.BoundField",
)
_PAGES: Final = ("django.core.paginator.Page",)
_OF_FORMS: Final = """
errors non_field_errors non_form_errors is_valid has_changed has_error is_bound is_multipart media prefix name data
auto_id id_for_label html_name label label_tag help_text css_classes value is_hidden management_form
"""
_OF_PAGES: Final = """
has_next has_previous has_other_pages next_page_number previous_page_number number start_index end_index
"""
KNOWN: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(_OF_FORMS.split(), _FORMS),
    **dict.fromkeys(_OF_PAGES.split(), _PAGES),
}
"""What forms and pages have found out before they are shown, or is text."""
PARAMETERS: Final = frozenset({"normal", "positional", "keyword"})
DEEPEST: Final = 3
TEXTS: Final = ("__html__", "__str__")


def pages_of(evaluator: Evaluator) -> Pages | None:
    """The templates of the program, if it has any."""
    found: Pages | None = evaluator.interpreter.frameworks.state.get(STATE)
    return found


def lookup(call: NativeCall) -> Value:
    """`value.name`."""
    value = _called(call, call.first)
    named = call.arguments.get(1, "")
    if named is None:
        return value
    for name in strings(named):
        found = [_part(call, atom, name) for atom in value if not is_unknown(atom)]
        return _called(call, join(one for one in found if one)) or UNKNOWN
    return UNKNOWN


def called(call: NativeCall) -> Value:
    """`value.name(argument)`, `name(argument)`: a function that changes nothing, called with what is given."""
    given = Arguments(call.arguments.positional[3:], call.arguments.keywords)
    macro = _macro(call)
    if macro is not None:
        call.interpreter.calls.call(call.evaluator, call.atoms.function(macro), given, call.line)
        return UNKNOWN
    names = strings(call.arguments.get(1, "") or BOTTOM)
    held = join(_part(call, atom, name) for name in names for atom in call.first if not is_unknown(atom))
    functions = held if names else call.first
    found = [
        call.interpreter.calls.one(call.evaluator, atom, given, call.line)
        for atom in functions
        if isinstance(atom, (Function, Native)) and not _changes(atom)
    ]
    return join(found) or UNKNOWN


def _macro(call: NativeCall) -> FunctionInfo | None:
    """The macro of Jinja that is called, if it is one."""
    pages, template = pages_of(call.evaluator), _template(call)
    for written in strings(call.arguments.get(2, "") or BOTTOM):
        if pages is not None and template is not None and written:
            return pages.macro(template, written)
    return None


def _part(call: NativeCall, atom: Atom, name: str) -> Value:
    evaluator, interpreter = call.evaluator, call.interpreter
    if isinstance(atom, Container) and atom.kind == "dict":
        held = containers.pairs(atom.alone) or {}
        if name in held:
            return held[name]
    if name.isdecimal():
        return containers.subscript(evaluator, atom.alone, call.atoms.constant(int(name[:9])), call.line)
    if not isinstance(atom, Instance):
        return interpreter.attributes.of(evaluator, atom, name, call.line)
    if name in KNOWN and any(interpreter.classes.is_subclass(atom.cls, base) for base in KNOWN[name]):
        return UNKNOWN
    if _is_item(call, atom, name):
        index = Arguments((call.atoms.constant(name),))
        found = interpreter.objects.method(evaluator, atom.alone, "__getitem__", call.line, index)
        if found:
            return found
    return interpreter.attributes.of(evaluator, atom, name, call.line)


def _is_item(call: NativeCall, atom: Instance, name: str) -> bool:
    """Whether a dot asks for a key: where the class has no such attribute, and for the fields that a form declares."""
    classes = call.interpreter.classes
    owner, held = classes.lookup(atom.cls, name)
    if owner is not None and not any(isinstance(one, Instance) and classes.is_subclass(one.cls, FIELD) for one in held):
        return False
    return classes.lookup(atom.cls, "__getitem__")[0] is not None and not classes.is_subclass(atom.cls, QUERYSET)


def _called(call: NativeCall, value: Value) -> Value:
    """What a variable gives: a function is called where it needs no arguments and changes nothing, a form is made."""
    if not any(isinstance(atom, (Function, Native, Wrapped, ClassAtom)) for atom in value):
        return value
    found: list[Value] = []
    for atom in value:
        if isinstance(atom, (Function, Native)):
            if not _changes(atom) and not _asks(atom):
                found.append(call.interpreter.calls.one(call.evaluator, atom, NO_ARGUMENTS, call.line))
        elif _is_called(call, atom):
            found.append(call.interpreter.calls.one(call.evaluator, atom, NO_ARGUMENTS, call.line))
        else:
            found.append(atom.alone)
    return join(found) or UNKNOWN


def _is_called(call: NativeCall, atom: Atom) -> bool:
    if isinstance(atom, ClassAtom):
        return call.interpreter.classes.is_subclass(atom.cls, FORM)
    return isinstance(atom, Wrapped) and atom.kind in {"partial", "atomic function", "dispatched"}


def _changes(atom: Function | Native) -> bool:
    name = atom.function.name if isinstance(atom, Function) else atom.name.rpartition(".")[2]
    return name in CHANGING or name.removeprefix("a") in CHANGING


def _asks(atom: Function | Native) -> bool:
    """Whether a function cannot be called without arguments."""
    if not isinstance(atom, Function) or atom.function.native:
        return False
    asked = [one for one in atom.function.parameters if one.kind in PARAMETERS and one.default is None]
    return len(asked) > (1 if atom.receiver is not None else 0)


def shown(call: NativeCall) -> Value:
    """`{{ value }}`: a row says what its `__str__` says, rows are read, forms render themselves."""
    _show(call, call.first, DEEPEST)
    return UNKNOWN


def _show(call: NativeCall, value: Value, depth: int) -> None:
    for atom in value:
        if isinstance(atom, Instance):
            if not shown_by_itself(call, atom):
                operators.said(call.evaluator, atom, TEXTS, call.line)
        elif isinstance(atom, Container) and depth:
            _show(call, atom.element, depth - 1)


def tested(call: NativeCall) -> Value:
    """`{% if value %}`: rows are read to see whether there are any."""
    for atom in call.first:
        if _is_rows(call, atom):
            call.interpreter.items.iterate(call.evaluator, atom.alone, call.line)
    return call.first


def _is_rows(call: NativeCall, atom: Atom) -> bool:
    return isinstance(atom, Instance) and call.interpreter.classes.is_subclass(atom.cls, QUERYSET)


def filtered(call: NativeCall) -> Value:
    """`value|name:argument`."""
    value = call.arguments.get(1, "") or UNKNOWN
    given = call.arguments.get(2, "")
    for name in strings(call.first):
        filters = tags_of(call.evaluator).filters(_loads(call), name)
        if filters:
            arguments = Arguments((value,) if given is None else (value, given))
            return call.interpreter.calls.call(call.evaluator, filters, arguments, call.line)
        if name in MEMBER:
            return call.interpreter.items.iterate(call.evaluator, value, call.line)
        if name in SAME:
            return join((value, given)) if given is not None and name.startswith("default") else value
    _show(call, value, DEEPEST)
    return UNKNOWN


def _loads(call: NativeCall) -> list[str]:
    template = _template(call)
    return template.facts.loads if template is not None else []


def _template(call: NativeCall) -> Template | None:
    pages = pages_of(call.evaluator)
    return pages.of(call.evaluator.module) if pages is not None else None


def tagged(call: NativeCall) -> Value:
    """`{% name argument key=argument %}`: a tag of the project is called, any other shows what it is given."""
    positional, keywords = call.arguments.positional[2:], call.arguments.keywords
    template, tags = _template(call), tags_of(call.evaluator)
    for name in strings(call.first) if template is not None else ():
        tag = tags.tag(_loads(call), name)
        if tag is not None and template is not None:
            return _run(call, tags, template, name, Arguments(positional, keywords))
    for value in (*positional, *keywords.values()):
        _show(call, value, DEEPEST)
    return UNKNOWN


def _run(call: NativeCall, tags: Tags, template: Template, name: str, given: Arguments) -> Value:
    tag = tags.tag(template.facts.loads, name)
    if tag is None:
        return UNKNOWN
    functions = tags.value(tag)
    if tag.kind == "tag":
        return _run_node(call, functions)
    if tag.takes_context:
        given = given.after(_context(call, tags.wants(tag)))
    result = call.interpreter.calls.call(call.evaluator, functions, given, call.line)
    pages = pages_of(call.evaluator)
    if tag.kind != "inclusion_tag" or pages is None:
        return result
    inner = dict(page_of(call.evaluator, result))
    pages.include(template, [tuple(tags.file(tag))], inner, Way(call.evaluator, call.line))
    return UNKNOWN


def _run_node(call: NativeCall, functions: Value) -> Value:
    """A tag with a parser of its own: the node that it makes renders itself."""
    nodes = call.interpreter.calls.call(call.evaluator, functions, Arguments((UNKNOWN, UNKNOWN)), call.line)
    context = Arguments((_context(call, frozenset({"request", "user"})),))
    call.interpreter.objects.method(call.evaluator, nodes, "render", call.line, context)
    return UNKNOWN


def _context(call: NativeCall, wanted: frozenset[str] | None) -> Value:
    """The variables of the page as a tag sees them, those that it `wanted`."""
    page = page_in(call.evaluator)
    if wanted is not None:
        page = {name: page[name] for name in sorted(wanted) if name in page}
    cls = call.interpreter.library_class(GIVEN)
    held = packed(call.evaluator, page)
    if cls is None:
        return held
    return call.atoms.instance(cls, site=(page.get("request", UNKNOWN), held))


def included(call: NativeCall) -> Value:
    """`{% include name with variable=value only %}` where variables are bound."""
    pages, template = pages_of(call.evaluator), _template(call)
    if pages is None or template is None:
        return UNKNOWN
    given = page_of(call.evaluator, call.arguments.get(2, "") or BOTTOM)
    alone = any(isinstance(atom, Constant) and atom.value is True for atom in call.arguments.get(3, "") or BOTTOM)
    page = given if alone else {**page_in(call.evaluator), **given}
    if not pages.include(template, choices_in(call.first), page, Way(call.evaluator, call.line)):
        show_all(call, list(given.values()))
    return UNKNOWN


def placed(call: NativeCall) -> Value:
    """`{% block name %}` where variables are bound."""
    pages = pages_of(call.evaluator)
    for name in strings(call.first) if pages is not None else ():
        pages.place(name, page_in(call.evaluator), Way(call.evaluator, call.line))  # type: ignore[union-attr]
    return UNKNOWN


def room(call: NativeCall) -> Value:
    """The function that stands for a body or block: all its pieces."""
    pages, template = pages_of(call.evaluator), _template(call)
    for name in strings(call.first) if pages is not None and template is not None else ():
        pages.fill(call.evaluator, template, name)  # type: ignore[union-attr, arg-type]
    return UNKNOWN


def default_name(call: NativeCall) -> Value:
    """`__template_name__(suffix, object, ...)`: how generic views name the template of a model's rows."""
    for model in _models_in(call, call.arguments.positional[1:]):
        return join(
            call.atoms.constant(f"{model.label}/{model.cls.name.lower()}{suffix}.html")
            for suffix in strings(call.first)
        )
    return call.atoms.none


def by_name(call: NativeCall) -> Value:
    """`__by_name__(name, suffix, object)`: the object in a dict, by its name or that of its model."""
    value = call.arguments.get(2, "") or UNKNOWN
    names = strings(call.first)
    if not names:
        suffix = "".join(strings(call.arguments.get(1, "") or BOTTOM))
        names = [f"{model.cls.name.lower()}{suffix}" for model in _models_in(call, [value])]
    return containers.make_dict(call.evaluator, [(call.atoms.constant(name), value) for name in names])


def _models_in(call: NativeCall, values: Iterable[Value]) -> list[ModelInfo]:
    """The models of the first of the values that is a row, rows or a model."""
    index = models(call.interpreter).by_class
    for value in values:
        classes = [
            (atom.model or atom.cls) if isinstance(atom, Instance) else atom.cls
            for atom in by_age(value)
            if isinstance(atom, (Instance, ClassAtom))
        ]
        found = [index[cls] for cls in classes if cls in index]
        if found:
            return found
    return []


NATIVES: Final[dict[str, Handler]] = {
    LOOKUP: lookup,
    CALLED: called,
    SHOWN: shown,
    TESTED: tested,
    FILTERED: filtered,
    TAGGED: tagged,
    INCLUDED: included,
    PLACED: placed,
    ROOM: room,
    "builtins.__template_name__": default_name,
    "builtins.__by_name__": by_name,
}
