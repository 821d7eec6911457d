"""What do the options of a command hold?  What the function makes of the text that the command adds the option with.

    parser.add_argument("--action", type=self.chosen)
    ...
    def handle(self, *args, **options):
        options["action"]()

So do the defaults that the parser is given. Options of plain types are as unknown as those that are not added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import known, strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Function, Instance

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

NEEDS: Final = ("django",)
PARSER: Final = "django.core.management.base.CommandParser"
NAMES: Final = "options of a command"
READ: Final = "option of a command"


def argument(call: NativeCall) -> Value:
    """`parser.add_argument("-a", "--action", type=self.chosen)`: what a function of the project gives is kept."""
    by = frozenset(atom for atom in call.arguments.get(-1, "type") or BOTTOM if isinstance(atom, Function))
    names = _destinations(call) if by else []
    if names:
        made = call.interpreter.calls.call(call.evaluator, by, Arguments((UNKNOWN,)), call.line)
        _keep(call, names, made)
    return UNKNOWN


def defaults(call: NativeCall) -> Value:
    """`parser.set_defaults(action=tidy)`."""
    for name, value in call.arguments.keywords.items():
        _keep(call, [name], value)
    return call.atoms.none


def options(call: NativeCall) -> Value:
    """What the command is handed: those options of which anything is known, and others."""
    interpreter, context = call.interpreter, call.evaluator.context
    names = sorted(strings(interpreter.read((NAMES, call.receiver), context)))
    held = [(name, interpreter.read((READ, call.receiver, name), context) | UNKNOWN) for name in names]
    entries = (*held, (None, UNKNOWN)) if held else None
    return call.atoms.container("dict", join(value for _, value in held) | UNKNOWN, entries)


def _keep(call: NativeCall, names: list[str], value: Value) -> None:
    held = frozenset(atom for atom in value if isinstance(atom, (ClassAtom, Function, Instance)))
    appends = "append" in strings(call.arguments.get(-1, "action") or BOTTOM)
    several = appends or call.arguments.get(-1, "nargs") is not None
    for name in names if known(held) else ():
        call.interpreter.write((NAMES, call.receiver), call.atoms.constant(name))
        call.interpreter.write((READ, call.receiver, name), call.atoms.container("list", held) if several else held)


def _destinations(call: NativeCall) -> list[str]:
    """The name of an option: what it is told, or the first long flag, or else the first."""
    told = call.arguments.get(-1, "dest")
    if told is not None:
        return strings(told)
    flags = [flag for value in call.arguments.positional for flag in strings(value)]
    name = next((flag for flag in flags if flag.startswith("--")), flags[0] if flags else "")
    return [name.lstrip("-").replace("-", "_")] if name else []


NATIVES: Final[dict[str, Handler]] = {
    f"{PARSER}.add_argument": argument,
    f"{PARSER}.set_defaults": defaults,
    f"{PARSER}.options": options,
}
