"""What do the pages of a library look up by themselves, when a page of the project fills in their frame?

Templates of libraries are not read. One that a library puts in the place of Django's own asks its tags for rows all
the same: django-admin-interface's frame of the admin shows a theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.django.installed import texts_of_settings

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

FRAMES: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "admin/": (("admin_interface", "admin_interface.templatetags.admin_interface_tags.get_admin_interface_theme"),),
}
"""By how the names of frames begin: the app whose frame it is, and the tag that this asks."""
STATE: Final = "what frames ask"


def framed(evaluator: Evaluator, names: list[str], line: int, *, deferred: bool) -> None:
    """Frames of these names are shown, and no template of the project is called so; `deferred`: after the view.

    Behind a colon is the template of the app before it, as django-apptemplates is told.
    """
    calls = evaluator.interpreter.calls
    called = [name.rpartition(":")[2] for name in names]
    for start in FRAMES:
        asked = _asked(evaluator.interpreter, start) if any(one.startswith(start) for one in called) else BOTTOM
        if asked and deferred:
            calls.deferred(evaluator, asked, NO_ARGUMENTS, line)
        elif asked:
            calls.call(evaluator, asked, NO_ARGUMENTS, line)


def _asked(interpreter: Interpreter, start: str) -> Value:
    """The tags of those apps that are installed."""
    held: dict[str, Value] = interpreter.frameworks.state.setdefault(STATE, {})
    if start not in held:
        apps = texts_of_settings(interpreter)
        found = [interpreter.names.at(tag) or BOTTOM for app, tag in FRAMES[start] if app in apps]
        held[start] = join(found)
    return held[start]
