"""Which pages does the admin have that the project writes no class for?  `site.register(Order)`, or with a package's.

They change the rows of the model as Django's own class, or the package's, does. They stand where the model is
registered; what the site itself does with it, it does as before. Options that are given there are the class's
(`site.register(Order, actions=[close], inlines=[Lines])`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom, Container, External, Instance, by_age
from boundary.link.frameworks.django.admin_pages import ADMIN, page_of
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.entry_points import enter, entry_methods
from boundary.link.frameworks.protocol import Hook
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

SITE: Final = "django.contrib.admin.sites.AdminSite"
REGISTER: Final = "register"
GIVEN: Final = frozenset({"model_or_iterable", "admin_class"})
"""What `register` is handed by name; all else are options of the class that it makes."""


class SiteHook(Hook):
    """Sites that do what Django's does with what is registered."""

    base = SITE

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`site.register`, where the project asks for it."""
        del line
        if name != REGISTER or evaluator.module.library:
            return None
        owner, _ = evaluator.interpreter.classes.lookup(atom.cls, REGISTER)
        return evaluator.atoms.native("django.admin.register", atom) if owner is not None and owner.library else None


def registered(call: NativeCall) -> Value:
    """`site.register(Order)`, `site.register([Order, Line], packaged.ModelAdmin)`."""
    site: Instance = call.receiver
    for cls in _packaged(call.interpreter, call.arguments.get(1, "admin_class") or call.atoms.none):
        for model in _models(call, call.arguments.get(0, "model_or_iterable") or BOTTOM):
            _enter(call, cls, model, site)
    _, held = call.interpreter.classes.lookup(site.cls, REGISTER)
    method = join(call.interpreter.attributes.bound(one, site) for one in held)
    return call.interpreter.calls.call(call.evaluator, method, call.arguments, call.line)


def _packaged(interpreter: Interpreter, value: Value) -> list[ClassInfo]:
    """The classes of packages that a model is registered with; Django's own for those that are not read."""
    plain = interpreter.library_class(ADMIN)
    found = [atom.cls for atom in by_age(value) if isinstance(atom, ClassAtom) and atom.cls.library]
    if plain is not None and any(atom in interpreter.atoms.none or isinstance(atom, External) for atom in value):
        found.append(plain)
    return found


def _models(call: NativeCall, value: Value) -> list[ClassInfo]:
    """The models of the project that are registered, one by one or in a list."""
    found: dict[ClassInfo, None] = {}
    for atom in by_age(value):
        inner = containers.element(call.evaluator, atom.alone) if isinstance(atom, Container) else atom.alone
        for one in by_age(inner):
            model = models(call.interpreter).by_class.get(one.cls) if isinstance(one, ClassAtom) else None
            if model is not None and not model.abstract and not model.cls.library:
                found[model.cls] = None
    return list(found)


def _enter(call: NativeCall, cls: ClassInfo, model: ClassInfo, site: Instance) -> None:
    """The pages of a model, which an admin of its own shows."""
    interpreter, evaluator = call.interpreter, call.evaluator
    page = page_of(evaluator, cls, model, Arguments((call.atoms.class_(model), site.alone)), call.line)
    for name, option in call.arguments.keywords.items():
        if name not in GIVEN:
            interpreter.stores.set(evaluator, page, name, option, call.line)
    for name, kind in entry_methods(interpreter, cls).items():
        method = interpreter.attributes.get(evaluator, page, name, call.line)
        enter(interpreter, kind, f"{cls.name} of {model.dotted}", method, cls, route=(evaluator.module.file, call.line))


HOOKS: Final = (SiteHook(),)
NATIVES: Final[dict[str, Handler]] = {"django.admin.register": registered}
