"""Which requests does an application of Zope answer?  The pages that its ZCML registers, each a transaction.

    <browser:page for=".interfaces.IOrder" name="+edit" class=".browser.OrderEditView" permission="shop.Edit" />

A view is made of its context, an object that provides the interface, and the request; then it is called. The publisher
commits when it has answered. Each action of a form (`@action("Pay", name="pay")`) is a request of its own.
"""

from __future__ import annotations

from posixpath import dirname
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN, ClassAtom, Function
from boundary.link.frameworks.entry_points import enter, is_first
from boundary.link.frameworks.zope.components import implementing
from boundary.link.frameworks.zope.interfaces import implementers
from boundary.link.frameworks.zope.templates import RENDER, template_of
from boundary.link.frameworks.zope.zcml import said
from boundary.link.syntax.walking import methods_decorated

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.zope.zcml import Said

PAGES: Final = ("page", "view")
ENTERED: Final = "zope pages"
CALLED: Final = "__call__"
ACTION: Final = frozenset({"action"})
INDEX: Final = "index"
MOST_CONTEXTS: Final = 12
"""A page may be about objects of so many classes."""
DATA_AT: Final = 2
"""Where an action takes what was typed: behind the view and the action itself."""
REQUEST: Final = "zope.publisher.interfaces.browser.IBrowserRequest()"


def start(interpreter: Interpreter) -> None:
    """Every request is a transaction."""
    if _registered(interpreter):
        interpreter.frameworks.state["transaction per request"] = True


def _registered(interpreter: Interpreter) -> list[Said]:
    """The directives that register a page with a class."""
    return [one for one in said(interpreter, *PAGES) if one.text("class") and one.text("for")]


def finish(interpreter: Interpreter) -> bool:
    """Enter the pages, once the bodies of all modules have been seen."""
    if not is_first(interpreter, ENTERED):
        return False
    entered: set[ClassInfo] = set()
    for one in _registered(interpreter):
        for atom in one.value("class"):
            if isinstance(atom, ClassAtom) and not atom.cls.library:
                entered.add(atom.cls)
                _enter(interpreter, one, atom.cls)
    for cls in list(interpreter.program.classes) if entered else ():
        if not cls.library and not cls.subclasses and cls not in entered:
            _enter_actions(interpreter, cls)
    return True


def _enter_actions(interpreter: Interpreter, cls: ClassInfo) -> None:
    """The actions of a form that no page is: a step of another one, perhaps."""
    names = _actions(interpreter, cls)
    evaluator = interpreter.module_evaluator(cls.module)
    for name in names:
        method = interpreter.attributes.get(evaluator, interpreter.atoms.instance(cls), name, 0)
        enter(interpreter, "route", f"{cls.name} {name}", method, given=_data(interpreter, method))


def _enter(interpreter: Interpreter, one: Said, cls: ClassInfo) -> None:
    """A view is made of what it is for and a request, and its method is called."""
    name = one.own("attribute") or CALLED
    evaluator = interpreter.module_evaluator(cls.module)
    _give_template(interpreter, one, cls)
    made = interpreter.objects.instantiate(
        evaluator, cls, Arguments((_context(interpreter, one), _request(interpreter))), 0
    )
    holder = interpreter.classes.lookup(cls, name)[0]
    if holder is not None:
        method = interpreter.attributes.get(evaluator, made, name, 0)
        called = f"{_last(one.text('for'))} {one.own('name')}".strip()
        enter(interpreter, "route", called, method, cls if holder is not cls else None)
    for action in _actions(interpreter, cls) if name == CALLED else ():
        method = interpreter.attributes.get(evaluator, made, action, 0)
        called = f"{_last(one.text('for'))} {one.own('name')} {action}"
        enter(interpreter, "route", called, method, given=_data(interpreter, method))


def _give_template(interpreter: Interpreter, one: Said, cls: ClassInfo) -> None:
    """A view that is registered with a template renders it where its `index` is called."""
    found = template_of(interpreter, dirname(one.file), one.text("template")) if one.text("template") else None
    (view,) = interpreter.atoms.instance(cls)
    if found is not None:
        rendered = interpreter.atoms.native(RENDER, (found.file, view))
        evaluator = interpreter.module_evaluator(cls.module)
        interpreter.stores.set(evaluator, interpreter.atoms.class_(cls), INDEX, rendered, 0)


def _request(interpreter: Interpreter) -> Value:
    """What a view is made of beside its context: something of Zope's."""
    return interpreter.atoms.external(REQUEST)


def _data(interpreter: Interpreter, method: Value) -> dict[str, Value]:
    """What an action is handed last: what was typed into the form, by the names of its fields."""
    found: dict[str, Value] = {}
    for atom in method:
        if isinstance(atom, Function) and len(atom.function.parameters) > DATA_AT:
            found[atom.function.parameters[DATA_AT].name] = interpreter.atoms.container("dict", UNKNOWN)
    return found


def _actions(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    """The methods that a form runs when one of its buttons is pressed."""
    owners = [one for one in interpreter.classes.mro(cls) if not one.library]
    return list(dict.fromkeys(name for owner in owners for name in methods_decorated(owner, ACTION)))


def _context(interpreter: Interpreter, one: Said) -> Value:
    """Objects that a page may be about."""
    for interface in one.classes("for")[:1]:
        above = interpreter.classes.mro(interface) if interface is not None else []
        for asked in above:  # what nobody's class implements, an object is told to provide beside that above it
            classes = implementing(interpreter, asked, MOST_CONTEXTS)
            if classes:
                return interpreter.instances_of(classes)
            if implementers(interpreter).get(asked):
                break
    return UNKNOWN


def _last(dotted: str) -> str:
    return dotted.split(maxsplit=1)[0].rpartition(".")[2] if dotted else ""


NEEDS: Final = ("zope",)
