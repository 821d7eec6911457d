"""What does a page template of Zope read?  What its paths lead to, from the view and its context.

    template = ViewPageTemplateFile("../templates/order.pt")
    <browser:page for=".interfaces.IOrder" name="+index" class=".browser.OrderView" template="../templates/order.pt" />

A step of a path is an attribute, which is called where it is a function. Where a view is registered with a template,
calling its `index` renders that. What comes behind a colon (`order/fmt:link`) is another adapter's, and not followed.
"""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.asking import known, strings
from boundary.link.domain.values import BOTTOM, UNKNOWN, Function, Instance
from boundary.link.frameworks.protocol import Hook
from boundary.link.members.containers import element

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.tal import TalFile

TAL: Final = "tal"
RENDER: Final = "zope.page"
TEMPLATE: Final = "zope.browserpage.viewpagetemplatefile.ViewPageTemplateFile"
FILE: Final = "template"


def template_of(interpreter: Interpreter, folder: str, path: str) -> TalFile | None:
    """The template that a path names, from a folder."""
    held: dict[str, TalFile] | None = interpreter.frameworks.state.get("tal by file")
    if held is None:
        files: tuple[TalFile, ...] = interpreter.frameworks.state.get(TAL, ())
        held = interpreter.frameworks.state["tal by file"] = {one.file: one for one in files}
    return held.get(normpath(join(folder, path)))


class Templates(Hook):
    """Templates that classes hold: asked for on a view, they render it."""

    base = TEMPLATE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`ViewPageTemplateFile("../templates/order.pt")`."""
        del line
        for path in strings(arguments.get(0, "filename") or BOTTOM):
            found = template_of(evaluator.interpreter, dirname(evaluator.module.file), path)
            if found is not None:
                return evaluator.atoms.instance(cls, site=(FILE, found.file))
        return evaluator.atoms.instance(cls)

    def descriptor(self, evaluator: Evaluator, holder: Instance, name: str, held: Instance, line: int) -> Value | None:
        """`self.template`."""
        del name, line
        site = held.site
        found = template_of(evaluator.interpreter, "", site[1]) if isinstance(site, tuple) else None
        return evaluator.atoms.native(RENDER, (found.file, holder)) if found is not None else None


def render(call: NativeCall) -> Value:
    """`self.template()`, `self.index()`: each path is followed."""
    file, view = call.receiver
    template = template_of(call.interpreter, "", file)
    if template is None:
        return UNKNOWN
    names: dict[str, Value] = {"view": view.alone}
    names["context"] = names["here"] = _step(call, view.alone, "context")
    for let in template.lets:
        value = _followed(call, names, let.path)
        if let.each and known(value):
            value = element(call.evaluator, value)
        names[let.name] = value
    for path in template.paths:
        _followed(call, names, path)
    return UNKNOWN


def _followed(call: NativeCall, names: dict[str, Value], path: str) -> Value:
    """What a path leads to, as far as it is known."""
    first, *steps = path.split("/")
    value = names.get(first, UNKNOWN)
    for step in steps:
        if not known(value) or not step.isidentifier():
            return UNKNOWN
        value = _step(call, value, step)
    return value


def _step(call: NativeCall, value: Value, name: str) -> Value:
    """One attribute, called where it is a function."""
    found = call.interpreter.attributes.get(call.evaluator, value, name, call.line)
    if any(isinstance(atom, Function) for atom in found):
        return call.interpreter.calls.call(call.evaluator, found, NO_ARGUMENTS, call.line)
    return found


NEEDS: Final = ("zope",)
HOOKS: Final = (Templates(),)
NATIVES: Final[dict[str, Handler]] = {RENDER: render}
