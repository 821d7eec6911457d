"""What does a loop run that a class has of a package which is not read?  The methods of its own that nobody else calls.

    class Sender(queues.Worker):
        def dispatch(self, task): ...

    Sender(["mail"]).run()

The package's `run` calls back what the project has written for it. A method whose name stands nowhere in the project
but where it is defined can be called by nobody else.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Instance, by_age
from boundary.link.syntax.bodies import mentioned
from boundary.link.syntax.kinds import ATTRIBUTE, FUNCTION

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

RUNS: Final = frozenset(
    {
        *("run", "run_forever", "serve", "serve_forever", "work", "main_loop", "mainloop", "loop_forever"),
        *("consume", "start_consuming", "listen", "poll_forever"),
    }
)
"""How methods are called that only return when all is done."""
MENTIONED: Final = "names that stand in code"


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """`worker.run()`, where a class of the project has it of a package: what it is answered with stays unknown."""
    del arguments
    base, _, name = atom.dotted.rpartition(".")
    if name not in RUNS or not base or base.partition(".")[0] in sys.stdlib_module_names:
        return None
    written = evaluator.calling
    if evaluator.context.library or written is None or type(written.function) is not ATTRIBUTE:
        return None
    if written.function.name != name or base not in _extended(evaluator.interpreter):
        return None
    for one in by_age(evaluator.evaluate(written.function.value)):
        if isinstance(one, Instance) and base in evaluator.interpreter.classes.above(one.cls):
            _call_back(evaluator, one, line)
    return None


def _extended(interpreter: Interpreter) -> frozenset[str]:
    """The classes of packages that classes of the project extend, by their dotted names."""
    held: frozenset[str] | None = interpreter.frameworks.state.get("extended outside")
    if held is None:
        classes = [one for one in interpreter.program.classes if not one.library]
        held = frozenset(base for one in classes for base in one.externals)
        interpreter.frameworks.state["extended outside"] = held
    return held


def _call_back(evaluator: Evaluator, one: Instance, line: int) -> None:
    interpreter = evaluator.interpreter
    above = interpreter.classes.mro(one.cls)
    if any(cls.library for cls in above):
        return
    with evaluator.believed("inferred"):
        for name in dict.fromkeys(name for cls in above for name in _uncalled(interpreter, cls)):
            method = interpreter.attributes.get(evaluator, one.alone, name, line)
            interpreter.calls.unknown_call(evaluator, method, line=line)


def _uncalled(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    """The methods that a class defines for others, and of whose names no code says a word."""
    said: frozenset[str] | None = interpreter.frameworks.state.get(MENTIONED)
    if said is None:
        modules = [one for one in interpreter.program.modules.values() if not one.library]
        said = frozenset(name for one in modules for name in mentioned(one.source.facts.body))
        interpreter.frameworks.state[MENTIONED] = said
    return [
        name
        for name, held in cls.bindings.items()
        if not name.startswith("_") and name not in said and type(held[-1].statement) is FUNCTION
    ]
