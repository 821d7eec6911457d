"""Of which model are the pages that smartmin makes of the views in a `SmartCRUDL`?  Of that class's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter

PAGES: Final = "smartmin.views.SmartCRUDL"
VIEW: Final = "smartmin.views.SmartView"


def start(interpreter: Interpreter) -> None:
    """Give each view in such a class its model, unless the project gives the view one itself."""
    pages = interpreter.library_class(PAGES) if interpreter.frameworks.imports("smartmin") else None
    if pages is None:
        return
    classes = interpreter.classes
    for cls in [one for one in classes.below(pages) if not one.library]:
        model = classes.lookup(cls, "model")[1]
        for name in cls.bindings:
            for atom in classes.own(cls, name) if name != "model" else ():
                if isinstance(atom, ClassAtom) and classes.is_subclass(atom.cls, VIEW):
                    owner, _ = classes.lookup(atom.cls, "model")
                    if owner is None or owner.library:
                        atom.cls.made["model"] = model
    classes.forget()
