"""Which functions do settings schedule, by their names?  Those in tables of jobs, which a worker runs by itself.

`CRONJOBS = [("*/5 * * * *", "shop.jobs.tidy")]` of django-crontab, `CRON_CLASSES = ["shop.jobs.Tidy"]` of django-cron,
whose `do` runs, and `{"shop.jobs.tidy": {"schedule": 60}}` of dispatcherd.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, ClassAtom
from boundary.link.frameworks.django.settings import is_settings, settings_classes
from boundary.link.frameworks.entry_functions import register
from boundary.link.syntax.kinds import ASSIGN, CONSTANT, MAPPING, NAME
from boundary.link.syntax.walking import nodes_in, texts_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

LISTS: Final = frozenset({"CRONJOBS", "CRON_CLASSES"})
RUNS: Final = "do"
"""The method of a class of django-cron that does what is to be done."""


def start(interpreter: Interpreter) -> None:
    """Remember what the settings schedule as entry points."""
    in_classes = {cls.module.name for cls in settings_classes(interpreter)}
    for module in list(interpreter.program.modules.values()):
        if not module.library and (is_settings(module.name) or module.name in in_classes):
            for name in dict.fromkeys(_scheduled(module.body)):
                held = interpreter.names.at(name) or BOTTOM
                classes = [atom.cls for atom in held if isinstance(atom, ClassAtom)]
                for cls in classes:
                    register(interpreter, "cron", "", interpreter.classes.lookup(cls, RUNS)[1])
                if not classes:
                    register(interpreter, "cron", "", held)


def _scheduled(body: tuple[code.Statement, ...]) -> Iterator[str]:
    """The dotted names in the tables of jobs of a settings module."""
    for node in nodes_in(body):
        if type(node) is ASSIGN and any(type(one) is NAME and one.id in LISTS for one in node.targets):
            yield from (text for text in texts_in(node.value) if _is_dotted(text))
        elif type(node) is MAPPING:
            for key, value in zip(node.keys, node.values, strict=True):
                if type(key) is CONSTANT and type(key.value) is str and _is_job(value) and _is_dotted(key.value):
                    yield key.value


def _is_job(node: code.Expression) -> bool:
    """Whether a dict says when something runs, `{"schedule": 60}`, and not what, as Celery's do."""
    keys = [one.value for one in node.keys if type(one) is CONSTANT] if type(node) is MAPPING else []
    return "schedule" in keys and "task" not in keys


def _is_dotted(text: str) -> bool:
    return "." in text and text.replace(".", "").isidentifier()
