"""For which models is a page of the admin registered?  One of several is a page for each, with a model of its own.

`@admin.register(Order, Invoice)`, or one class that is registered again and again: Django makes an object of it for
each model, and no request is about two of them. Taken for one object, whoever adds an order would add an invoice, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import BOTTOM, ClassAtom, Instance, by_age
from boundary.link.frameworks.skeleton_objects import Distinct

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

ADMIN: Final = "django.contrib.admin.options.ModelAdmin"
PAGE: Final = "page"
"""What tells such an object from others that are made, before its model."""
PAGES: Final = "pages of the admin"
MOST_PAGES: Final = 40
"""A class that is registered for more models is one page for all of them."""


class Pages(Distinct):
    """Pages of the admin, of which there is one for each model."""

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`OrderAdmin(model, site)`: a page for each model, beside the one that stands for any."""
        if cls.library:
            return None
        pages: dict[ClassInfo, Value] = cls.data.setdefault(PAGES, {})
        for model in by_age(arguments.get(0, "model") or BOTTOM):
            if isinstance(model, ClassAtom) and model.cls not in pages and len(pages) <= MOST_PAGES:
                given = Arguments((model.alone, *arguments.positional[1:]), arguments.keywords)
                pages[model.cls] = page_of(evaluator, cls, model.cls, given, line)
        return None


def page_of(evaluator: Evaluator, cls: ClassInfo, model: ClassInfo, given: Arguments, line: int) -> Value:
    """The page that a class is for one model."""
    page = evaluator.atoms.instance(cls, site=("made", PAGE, model))
    evaluator.interpreter.objects.construct(evaluator, page, given, line)
    return page


def pages_of(interpreter: Interpreter, cls: ClassInfo) -> list[Value]:
    """The pages of a class, one for each model if it is registered for several."""
    pages: dict[ClassInfo, Value] = cls.data.get(PAGES, {})
    return list(pages.values()) if 1 < len(pages) <= MOST_PAGES else [interpreter.atoms.instance(cls)]


def model_of(page: Atom | None) -> str | None:
    """The model of a page of a class that has several, by its dotted name."""
    site = page.site if isinstance(page, Instance) else None
    return str(site[2].dotted) if isinstance(site, tuple) and site[1:2] == (PAGE,) else None


HOOKS: Final = (Pages(ADMIN),)
