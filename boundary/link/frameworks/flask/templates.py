"""What is evaluated while Flask renders a page?  `render_template(name, **variables)`: a template on what it is given.

Jinja's dots, loops and tests are those that `template_language.py` follows; `g` and the user of Flask-Login are in
every page. Pages are followed once all else is known, so what they read is part of no unit of work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN
from boundary.link.evaluator.pages import choices_in
from boundary.link.frameworks.django.templates import rendered_page
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

GIVEN: Final = {"current_user": ("flask_login", "current_user"), "g": ("flask", "g")}
"""What stands in every page, by the module that has it."""


def rendered(call: NativeCall) -> Value:
    """`render_template("shop/orders.html", orders=orders)`."""
    choices = choices_in(call.arguments.get(0, "template_name_or_list") or UNKNOWN)
    page = {name: value for name, (module, of) in GIVEN.items() if (value := _held(call, module, of)) is not None}
    page.update(call.arguments.keywords)
    entries = [(call.atoms.constant(name), value) for name, value in page.items()]
    context = containers.make_dict(call.evaluator, entries, UNKNOWN)
    rendered_page(call.evaluator, choices, context, None, call.line)
    return UNKNOWN


def _held(call: NativeCall, module: str, name: str) -> Value | None:
    source = call.interpreter.find_module(module)
    if source is None:
        return None
    return call.interpreter.attributes.get(call.evaluator, call.atoms.module(source), name, call.line)


NATIVES: Final[dict[str, Handler]] = {
    f"{module}.{name}": rendered
    for module in ("flask", "flask.templating")
    for name in ("render_template", "stream_template")
}
