"""What does a command of argparse stand for?  What its parser keeps for it: `set_defaults(command=Tidy)`.

    parser = commands.add_parser("tidy")
    parser.set_defaults(command=Tidy)
    parser.parse_args().command.run()

`SubCommandOpt` of oslo.config hands parsers to a function, and what they keep is asked of the options
(`CONF.action.command.run()`). A function that is kept is a command, and so is a method of what is kept, where it is
called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom, Function, Instance
from boundary.link.frameworks.entry_functions import register

if TYPE_CHECKING:
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

NEEDS: Final = ("argparse", "oslo_config")
KEPT: Final = "kept by a parser"
ASKED: Final = ("argparse.", "oslo_config.cfg.")
"""How the names of that begin which is asked for what parsers keep."""
COMMANDS: Final = "argparse.ArgumentParser().add_subparsers()"


def keep(call: NativeCall) -> Value:
    """`parser.set_defaults(command=Tidy)`."""
    for name, value in call.arguments.keywords.items():
        held = frozenset(atom for atom in value if isinstance(atom, (ClassAtom, Function, Instance)))
        if held:
            call.interpreter.write((KEPT, name), held)
            register(call.interpreter, "cli", "", frozenset(atom for atom in held if isinstance(atom, Function)))
    return call.atoms.none


def hand_over(call: NativeCall) -> Value:
    """`SubCommandOpt("action", handler=add_parsers)`: the function adds a parser for each command."""
    handler = call.arguments.get(-1, "handler") or BOTTOM
    given = Arguments((call.atoms.external(COMMANDS),))
    call.interpreter.calls.call(call.evaluator, handler, given, call.line)
    return call.atoms.external("oslo_config.cfg.SubCommandOpt()")


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """`arguments.command(arguments)`, `arguments.command.run()`."""
    if not atom.dotted.startswith(ASKED):
        return None
    *_, holder, name = atom.dotted.split(".")
    interpreter = evaluator.interpreter
    called = interpreter.read((KEPT, name), evaluator.context)
    held = BOTTOM if called else interpreter.read((KEPT, holder), evaluator.context)
    if held:
        called = join(interpreter.attributes.get(evaluator, one.alone, name, line) for one in held)
        register(interpreter, "cli", "", frozenset(one for one in called if isinstance(one, Function)))
    return interpreter.calls.call(evaluator, called, arguments, line) if called else None


NATIVES: Final[dict[str, Handler]] = {
    "argparse.ArgumentParser().set_defaults": keep,
    f"{COMMANDS}.add_parser().set_defaults": keep,
    "oslo_config.cfg.SubCommandOpt": hand_over,
}
