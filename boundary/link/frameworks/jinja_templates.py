"""What is evaluated while code fills a template of Jinja by itself?  A template on what it is given.

env.get_template("order.html").render(order=order)
env.select_template(["gift.html", "order.html"]).render({"order": order})

pyramid_jinja2 has its environment in the registry: `registry.queryUtility(IJinja2Environment)`. A template
that is written out (`Template("{{ order }}")`) is not followed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import UNKNOWN, ClassAtom, Container, Instance
from boundary.link.evaluator.pages import choices_in
from boundary.link.frameworks.django.templates import rendered_page, template_named
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

ENVIRONMENT: Final = "jinja2.environment.Environment"
TEMPLATE: Final = "jinja2.environment.Template"
REGISTERED: Final = "pyramid_jinja2.IJinja2Environment"
LOADS: Final = {"get_template": "name", "select_template": "names", "get_or_select_template": "template_name_or_list"}
FILLS: Final = ("render", "render_async", "generate", "generate_async", "stream")


def loaded(call: NativeCall) -> Value:
    """`env.get_template("order.html")`: a template that remembers its names."""
    return template_named(call, TEMPLATE, call.arguments.get(0, LOADS[call.name.rpartition(".")[2]]) or UNKNOWN)


def filled(call: NativeCall) -> Value:
    """`template.render(order=order)`, `template.render({"order": order})`."""
    entries = [(call.atoms.constant(name), value) for name, value in call.arguments.keywords.items()]
    for given in call.arguments.others, *call.arguments.positional:
        for atom in given:
            held = atom.entries if isinstance(atom, Container) and atom.kind == "dict" else None
            entries += [(call.atoms.constant(name), value) for name, value in held or () if isinstance(name, str)]
    choices = choices_in(call.receiver.alone) if isinstance(call.receiver, Instance) else []
    rendered_page(call.evaluator, choices, containers.make_dict(call.evaluator, entries, UNKNOWN), None, call.line)
    return UNKNOWN


def registered(call: NativeCall) -> Value:
    """`registry.queryUtility(IJinja2Environment, name=".html")`."""
    asked = any(isinstance(atom, ClassAtom) and atom.cls.dotted == REGISTERED for atom in call.first)
    return call.instance_of(ENVIRONMENT) if asked else UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    **{f"{ENVIRONMENT}.{name}": loaded for name in LOADS},
    **{f"{TEMPLATE}.{name}": filled for name in FILLS},
    "pyramid.registry.Registry.queryUtility": registered,
    "pyramid.registry.Registry.getUtility": registered,
}
