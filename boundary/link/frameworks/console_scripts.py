"""Which functions does the project's packaging install as commands?  Those that its scripts name.

    [project.scripts]
    shop = "shop.cli:main"

What a framework is told of all the same (`@click.group() def main`) goes by the name of its script, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, Function
from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.entry_points import is_first

if TYPE_CHECKING:
    from collections.abc import Mapping

    from boundary.link.evaluator.interpreter import Interpreter

GROUPS: Final = ("console_scripts", "gui_scripts")
ENTERED: Final = "console scripts"


def finish(interpreter: Interpreter) -> bool:
    """Remember what the scripts run, once the bodies of all modules have been seen."""
    declared: Mapping[str, Mapping[str, str]] = interpreter.frameworks.state.get("plugins", {})
    scripts = [one for group in GROUPS for one in declared.get(group, {}).items()]
    if not scripts or not is_first(interpreter, ENTERED):
        return False
    for name, dotted in scripts:
        held = interpreter.names.at(dotted) or BOTTOM
        register(interpreter, "cli", name, frozenset(one for one in held if isinstance(one, Function)))
    return True
