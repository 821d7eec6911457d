"""When is a template rendered, and with what?  `render`, template responses, generic views, loaded templates.

Where the template is known, its pages say what is evaluated (`evaluator/pages.py`). Where it is not, it is taken to
show all that it is given: `__show__(context)` iterates over the querysets in it, and asks everything that renders
itself to do so: its skeleton says how in `__shown__`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.calling.contexts import ANSWERING
from boundary.link.definitions.functions import FunctionInfo
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Function, Instance
from boundary.link.evaluator.pages import STATE, Way, choices_in
from boundary.link.frameworks.django.context_decorator import given_by_view
from boundary.link.frameworks.django.frames import framed
from boundary.link.frameworks.django.managers import QUERYSET
from boundary.link.frameworks.django.settings import setting
from boundary.link.frameworks.django.signals import followed
from boundary.link.frameworks.entry_points import named_in
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.evaluator.pages import Choice, Page, Pages, Template
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Confidence

DEEPEST: Final = 3
"""Lists in dicts of lists: no template looks further."""
RENDERED: Final = "__shown__"
CONTEXT: Final = "django.template.context.BaseContext"
TEMPLATE: Final = "django.template.base.Template"
GIVEN: Final = "django.template.context.GivenContext"
"""What tags are given: the variables of the page, in its `site` with the request."""
RESPONSE: Final = "django.template.response.SimpleTemplateResponse"
TO_RESPONSE: Final = "django.template.response.TemplateResponse"
WAITING: Final = "waiting pages"
PROCESSORS: Final = "context processors"
TO_EVERY_PAGE: Final = "functions that give to every page"
"""Those that are called without a request: Flask's context processors."""
USERS: Final = "django.contrib.auth.context_processors.auth"


def show(call: NativeCall) -> Value:
    """`__show__(context)`: everything in it is rendered."""
    _show(call, call.first, DEEPEST)
    return call.atoms.none


def show_all(call: NativeCall, values: Iterable[Value]) -> None:
    """The same for several values."""
    for value in values:
        _show(call, value, DEEPEST)


def rendered(call: NativeCall) -> Value:
    """`render(request, template, context)`: rendered at once. Known here, so that no two callers are taken for one."""
    template, context = call.arguments.get(1, "template_name"), call.arguments.get(2, "context")
    _render(call, choices_in(template or UNKNOWN), context or BOTTOM, call.arguments.get(0, "request"))
    response = call.interpreter.library_class("django.http.HttpResponse")
    return call.atoms.instance(response) if response is not None else UNKNOWN


def rendered_to_string(call: NativeCall) -> Value:
    """`render_to_string(template, context, request)`."""
    template, context = call.arguments.get(0, "template_name"), call.arguments.get(1, "context")
    _render(call, choices_in(template or UNKNOWN), context or BOTTOM, call.arguments.get(2, "request"))
    return UNKNOWN


def loaded(call: NativeCall) -> Value:
    """`get_template(name)`, `select_template(names)`: a template that remembers its names."""
    named = call.arguments.get(0, "template_name") or call.arguments.get(0, "template_name_list") or UNKNOWN
    return template_named(call, TEMPLATE, named)


def template_named(call: NativeCall, dotted: str, named: Value) -> Value:
    """A template of a library's class that remembers its names."""
    cls = call.interpreter.library_class(dotted)
    return call.atoms.instance(cls, site=("template", tuple(choices_in(named)))) if cls is not None else UNKNOWN


def loaded_rendered(call: NativeCall) -> Value:
    """`template.render(context, request)`."""
    choices = choices_in(call.receiver.alone) if isinstance(call.receiver, Instance) else []
    _render(call, choices, call.arguments.get(0, "context") or BOTTOM, call.arguments.get(1, "request"))
    return UNKNOWN


def _render(call: NativeCall, choices: list[Choice], context: Value, request: Value | None) -> None:
    if not rendered_page(call.evaluator, choices, context, request, call.line):
        _show(call, context, DEEPEST)


@dataclass(frozen=True, slots=True)
class Rendering:
    """A page that is to be followed: its template and variables, and the place where it is rendered."""

    template: Template
    context: Value
    request: Value | None
    confidence: Confidence
    region: int
    deferred: bool


def rendered_page(  # noqa: PLR0913, PLR0917 - what a page is made of, and where
    evaluator: Evaluator,
    choices: list[Choice],
    context: Value,
    request: Value | None,
    line: int,
    deferred: bool = False,  # noqa: FBT001, FBT002 - as it is passed on
) -> bool:
    """Have the templates followed that may be meant; whether there is any.

    Nothing depends on what a page says, so it waits until the values that it is given have grown to their end.
    """
    pages: Pages | None = evaluator.interpreter.frameworks.state.get(STATE)
    found = pages.found(choices, evaluator.module.file) if pages is not None else []
    waiting: dict[tuple[Context, int, Template], Rendering] = evaluator.interpreter.frameworks.state.setdefault(
        WAITING, {}
    )
    for template in found:
        waiting[evaluator.context, line, template] = Rendering(
            template, context, request, evaluator.confidence, evaluator.region, deferred or evaluator.detached
        )
    return bool(found)


def finish(interpreter: Interpreter) -> bool:
    """Follow the pages that wait; says whether there were any."""
    waiting: dict[tuple[Context, int, Template], Rendering] = interpreter.frameworks.state.get(WAITING, {})
    if not waiting:
        return False
    interpreter.frameworks.state[WAITING] = {}
    for (context, line, _), rendering in waiting.items():
        evaluator = interpreter.evaluator_in(context)
        evaluator.confidence, evaluator.region = rendering.confidence, rendering.region
        evaluator.detached = rendering.deferred  # what is looked up for a page is, when that is rendered
        with interpreter.faults.noted(context.module.file, line, rendering.template.source.file):
            _follow(evaluator, rendering, line)
    return True


def _follow(evaluator: Evaluator, rendering: Rendering, line: int) -> None:
    pages: Pages = evaluator.interpreter.frameworks.state[STATE]
    template = rendering.template
    asked = pages.needs.of_template(template)
    evaluator.because = "template"
    page = page_of(evaluator, rendering.context)
    if rendering.request:
        page.setdefault("request", rendering.request)
    if "request" in page:
        for name, value in _processed(evaluator, page["request"], line).items():
            page.setdefault(name, value)
        if "user" not in page and asked.asks("user"):  # it is looked up when it is asked for
            page["user"] = evaluator.interpreter.attributes.get(evaluator, page["request"], "user", line)
        if "perms" in asked.names and "perms" not in page:
            page["perms"] = _permitted(evaluator, page["request"], line)
    for function in list(evaluator.interpreter.frameworks.state.get(TO_EVERY_PAGE, ())):
        given = evaluator.interpreter.calls.call(evaluator, function, NO_ARGUMENTS, line)
        for name, value in page_of(evaluator, given).items():
            page.setdefault(name, value)
    for name in asked.names if "view" in page else ():
        of_view = given_by_view(evaluator, page["view"], name, line) if name not in page else None
        if of_view is not None:
            page[name] = of_view
    pages.render(template, page, Way(evaluator, line, deferred=rendering.deferred))
    framed(evaluator, pages.frames(template, page), line, deferred=rendering.deferred)


def _permitted(evaluator: Evaluator, request: Value, line: int) -> Value:
    """`perms` of a page: it asks the user of the request."""
    user = evaluator.interpreter.attributes.get(evaluator, request, "user", line)
    user = frozenset(one for one in user if isinstance(one, Instance))
    if not user:
        return UNKNOWN
    ask = evaluator.interpreter.attributes.get(evaluator, user, "has_perm", line)
    return evaluator.interpreter.calls.call(evaluator, ask, Arguments((UNKNOWN,)), line)


def page_of(evaluator: Evaluator, value: Value) -> Page:
    """The variables in what a page is rendered with: a dict, or a `Context` that holds one."""
    page: Page = {name: held for name, held in (containers.pairs(value) or {}).items() if isinstance(name, str)}
    get = evaluator.interpreter.attributes.get
    for atom in value:
        if isinstance(atom, Instance) and evaluator.interpreter.classes.is_subclass(atom.cls, CONTEXT):
            page.update(page_of(evaluator, get(evaluator, atom.alone, "held", 0)))
            request = frozenset(one for one in get(evaluator, atom.alone, "request", 0) if isinstance(one, Instance))
            if request:
                page.setdefault("request", request)
    return page


class GivenHook(Hook):
    """The variables of a page as its tags see them."""

    base = GIVEN

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`context.held`, `context.request`."""
        del evaluator, line
        if not isinstance(atom.site, tuple) or name not in {"held", "request"}:
            return None
        request, held = atom.site
        value: Value = held if name == "held" else request
        return value


def flattened(call: NativeCall) -> Value:
    """`context.flatten()`: a dict."""
    return _held_by(call)


def held_under(call: NativeCall) -> Value:
    """`context["name"]`, `context.get("name", default)`."""
    default = call.arguments.get(1, "otherwise")
    found: list[Value] = []
    for atom in _held_by(call):
        known = containers.pairs(atom.alone) or {}
        for name in strings(call.first) or [""]:
            given = known.get(name)
            found.append(given if given is not None else default or UNKNOWN)
    return join(found) or UNKNOWN


def _held_by(call: NativeCall) -> Value:
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    return call.interpreter.attributes.get(call.evaluator, call.receiver.alone, "held", call.line)


# --- context processors ----------------------------------------------------------------------------------


def _processed(evaluator: Evaluator, request: Value, line: int) -> Page:
    """What the context processors of the settings add to each page."""
    page: Page = {}
    if not any(isinstance(atom, Instance) for atom in request):
        return page
    for function in _processors(evaluator.interpreter):
        given = evaluator.interpreter.calls.call(evaluator, function, Arguments((request,)), line)
        page.update(page_of(evaluator, given))
    return page


def _processors(interpreter: Interpreter) -> list[Value]:
    held: list[Value] | None = interpreter.frameworks.state.get(PROCESSORS)
    if held is None:
        named = list(dict.fromkeys(_named_processors(setting(interpreter, "TEMPLATES"), 4)))
        held = []
        for dotted in named:
            module, _, name = dotted.rpartition(".")
            source = interpreter.find_module(module)
            value = interpreter.names.value(source, name) if source is not None else BOTTOM
            functions = frozenset(one for one in value if isinstance(one, Function) and one.function.dotted != USERS)
            if functions:
                held.append(functions)
                followed(interpreter).update(one.function for one in functions)
        interpreter.frameworks.state[PROCESSORS] = held
    return held


def _named_processors(value: Value, depth: int) -> Iterator[str]:
    """The strings below `context_processors` in what the settings say of templates."""
    for atom in value if depth else ():
        if isinstance(atom, Container) and atom.kind == "dict":
            for key, held in (containers.pairs(atom.alone) or {}).items():
                if key == "context_processors":
                    for one in held:
                        yield from named_in(one)
                else:
                    yield from _named_processors(held, depth - 1)
        elif isinstance(atom, Container):
            yield from _named_processors(atom.element, depth - 1)


# --- responses -------------------------------------------------------------------------------------------


class ResponseHook(Hook):
    """Template responses: rendered after the view, outside of its transaction."""

    base = RESPONSE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`TemplateResponse(request, template, context)`."""
        first = int(evaluator.interpreter.classes.is_subclass(cls, TO_RESPONSE))
        request = arguments.get(0, "request") if first else None
        choices = choices_in(arguments.get(first, "template") or UNKNOWN)
        context = arguments.get(first + 1, "context") or BOTTOM
        if choices == [("",)]:  # a page of the framework's own
            return None
        if not rendered_page(evaluator, choices, context, request, line, deferred=True) and context:
            shown = evaluator.atoms.function(_shown_later(evaluator.interpreter), traits=frozenset({ANSWERING}))
            evaluator.interpreter.calls.deferred(evaluator, shown, Arguments((context,)), line)
        return None


def _shown_later(interpreter: Interpreter) -> FunctionInfo:
    """A function that shows what it is given."""
    held: FunctionInfo | None = interpreter.frameworks.state.get("shown later")
    if held is None:
        module = interpreter.find_module("django.template.response")
        call = code.Call(code.Name("__show__"), (code.Name("context"),), (), 0)
        parameters = (code.Parameter("context", "normal", None, None),)
        node = code.Function(
            "show", "show", parameters, (), None, (code.Evaluate(call, 0),), 0, 0, 0, is_async=False, is_generator=False
        )
        assert module is not None  # noqa: S101 - the hook's own class is in it
        held = FunctionInfo(
            "show", "show", module, None, node, parameters, node.body, 0, 0, 0, is_generator=False, native=""
        )
        interpreter.frameworks.state["shown later"] = held
    return held


# --- what shows itself -----------------------------------------------------------------------------------


def _show(call: NativeCall, value: Value, depth: int) -> None:
    for atom in value:
        if isinstance(atom, Container) and depth:
            for member in _held(atom):
                _show(call, member, depth - 1)
        elif isinstance(atom, Instance):
            shown_by_itself(call, atom)


def _held(atom: Container) -> list[Value]:
    if atom.kind == "dict":
        held = atom.alone
        return [*(containers.pairs(held) or {}).values(), containers.open_part(held)]
    return [atom.element]


def shown_by_itself(call: NativeCall, atom: Instance) -> bool:
    """Whether an object is rows that are read here, or renders itself."""
    classes, objects = call.interpreter.classes, call.interpreter.objects
    if classes.is_subclass(atom.cls, QUERYSET):
        call.interpreter.items.iterate(call.evaluator, atom.alone, call.line)
        return True
    if classes.lookup(atom.cls, RENDERED)[0] is not None:
        objects.method(call.evaluator, atom.alone, RENDERED, call.line)
        return True
    return False


def widget_of(call: NativeCall) -> Value:
    """`__widget_of__(field, widget)`: the copy of a widget that a field has for itself."""
    (field,) = call.first if len(call.first) == 1 else (None,)
    return join(_copies(call, field, call.arguments.get(1, "") or UNKNOWN)) or UNKNOWN


def _copies(call: NativeCall, field: Atom | None, widgets: Value) -> list[Value]:
    return [
        call.atoms.instance(atom.cls, site=("widget", field, atom))
        for atom in widgets
        if isinstance(atom, (ClassAtom, Instance))
    ]


HOOKS: Final = (GivenHook(), ResponseHook())
NATIVES: Final[dict[str, Handler]] = {
    "builtins.__show__": show,
    f"{GIVEN}.flatten": flattened,
    f"{GIVEN}.__getitem__": held_under,
    f"{GIVEN}.get": held_under,
    "builtins.__widget_of__": widget_of,
    "django.shortcuts.render": rendered,
    "django.template.loader.render_to_string": rendered_to_string,
    "django.template.loader.get_template": loaded,
    "django.template.loader.select_template": loaded,
    "django.template.base.Template.render": loaded_rendered,
}
