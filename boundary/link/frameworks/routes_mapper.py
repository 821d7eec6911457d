"""Where does Routes call in?  The actions of controllers that a mapper is told, by objects and the names of methods.

    mapper.connect("/orders/{id}/pay", controller=orders, action="pay")
    mapper.resource("order", "orders", controller=orders, member={"refund": "POST"})

A controller may stand in an object that reads requests and asks it for the action, as its `controller`. In Pylons and
TurboGears it may be named: `controller="admin/orders"` is `OrdersController` in a module `controllers.admin.orders`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance, by_age
from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.falcon_routes import methods_of
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

MAPPER: Final = "routes.mapper.Mapper"
SUBMAPPER: Final = "routes.mapper.SubMapper"
OF_RESOURCES: Final = ("index", "create", "new", "update", "delete", "show", "edit")
OF_COLLECTIONS: Final = ("index", "create", "new", "update", "delete", "show")
NAMED_IN_PATH: Final = ("{action}", ":action", ":(action)")
INSIDE: Final = "controller"


class SubMapperHook(Hook):
    """What is said once for all routes of a part of a mapper."""

    base = SUBMAPPER

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`mapper.submapper(controller=orders, path_prefix="/orders")`."""
        del line
        given = arguments.keywords
        return evaluator.atoms.instance(cls, site=(INSIDE, given.get(INSIDE, BOTTOM), given.get("action", BOTTOM)))


def submapper(call: NativeCall) -> Value:
    """`with mapper.submapper(controller=orders) as part`."""
    cls = call.interpreter.library_class(SUBMAPPER)
    assert cls is not None  # noqa: S101 - it stands beside the mapper
    return call.interpreter.objects.instantiate(call.evaluator, cls, call.arguments, call.line)


def connect(call: NativeCall) -> Value:
    """`mapper.connect("pay", "/orders/{id}/pay", controller=orders, action="pay")`."""
    path = _path(call)
    names = strings(_said(call, "action"))
    _enter(call, path, None if any(one in path for one in NAMED_IN_PATH) else names or ["index"])
    return call.atoms.none


def resource(call: NativeCall) -> Value:
    """`mapper.resource("order", "orders", controller=orders, collection={"detail": "GET"})`."""
    told = [
        containers.pairs(call.arguments.keywords.get(name, BOTTOM)) or {} for name in ("collection", "member", "new")
    ]
    _enter(call, _path(call), [*OF_RESOURCES, *(name for one in told for name in one if isinstance(name, str))])
    return call.atoms.none


def collection(call: NativeCall) -> Value:
    """`mapper.collection("orders", "order", controller=orders)`: what routes more to a part of it."""
    _enter(call, _path(call), list(OF_COLLECTIONS))
    return submapper(call)


def action(call: NativeCall) -> Value:
    """`part.action("pay", method="POST")`, `part.index()`."""
    verb = call.name.rpartition(".")[2]
    said = strings(_said(call, "action")) or strings(call.arguments.get(0, "name") or BOTTOM)
    _enter(call, "", [verb] if verb != "action" else said)
    return call.receiver.alone if isinstance(call.receiver, Instance) else BOTTOM


def _said(call: NativeCall, name: str) -> Value:
    """A keyword of a call, or of the part of the mapper to which it belongs."""
    given = call.arguments.keywords.get(name)
    site = call.receiver.site if isinstance(call.receiver, Instance) else None
    if given is not None or not isinstance(site, tuple) or site[:1] != (INSIDE,):
        return given or BOTTOM
    return site[1 if name == INSIDE else 2] or BOTTOM


def _path(call: NativeCall) -> str:
    """The path: the last of one or two texts."""
    texts = [text for one in call.arguments.positional for text in strings(one)[:1]]
    return texts[-1] if texts else ""


def _enter(call: NativeCall, path: str, names: list[str] | None) -> None:
    """Remember actions as entry points: those of some names, or all that the controller has."""
    for atom in _controllers(call):
        mro = [one for one in call.interpreter.classes.mro(atom.cls) if not one.library]
        public = dict.fromkeys(one for cls in mro for one in methods_of(cls) if not one.startswith("_"))
        for name in public if names is None else dict.fromkeys(names):
            if call.interpreter.classes.lookup(atom.cls, name)[1]:
                method = call.interpreter.attributes.get(call.evaluator, atom.alone, name, call.line)
                register(call.interpreter, "route", path, method)


def _controllers(call: NativeCall) -> list[Instance]:
    """The objects that answer, and those that stand in them."""
    said = _said(call, INSIDE)
    given = join([said, *(_named(call, text) for text in strings(said))])
    own = [one for one in by_age(given) if isinstance(one, Instance) and not one.cls.library]
    inside = join(call.interpreter.attributes.get(call.evaluator, one.alone, INSIDE, call.line) for one in own)
    return [*own, *(one for one in by_age(inside) if isinstance(one, Instance) and not one.cls.library)]


def _named(call: NativeCall, text: str) -> Value:
    """The controller of a name: an object of the class that stands in the module of that name."""
    known: dict[str, Value] = call.interpreter.frameworks.state.setdefault("named controllers", {})
    if text not in known:
        *_, last = path = text.strip("/").split("/")
        name = "".join(word.title() for word in last.replace("-", "_").split("_")) + "Controller"
        behind = ".".join(("", "controllers", *path))
        modules = list(call.interpreter.program.modules.values())
        held = [one for one in modules if not one.library and f".{one.name}".endswith(behind)]
        known[text] = join(
            call.atoms.instance(atom.cls)
            for module in held
            for atom in call.interpreter.names.value(module, name)
            if isinstance(atom, ClassAtom)
        )
    return known[text]


VERBS: Final = ("action", *OF_RESOURCES)
HOOKS: Final = (SubMapperHook(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{MAPPER}.connect": connect,
    f"{MAPPER}.resource": resource,
    f"{MAPPER}.collection": collection,
    f"{MAPPER}.submapper": submapper,
    **{f"{SUBMAPPER}.{name}": action for name in VERBS},
}
