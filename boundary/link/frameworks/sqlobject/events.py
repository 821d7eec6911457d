"""Who hears of SQLObject's rows?  `listen(tidy, Order, RowDestroyedSignal)`: functions, by class and signal.

def tidy(order, kwargs): ...            before: RowCreateSignal, RowUpdateSignal, RowDestroySignal
listen(tidy, Order, RowDestroyedSignal) after: RowCreatedSignal, RowDestroyedSignal
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import functions
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom
from boundary.link.frameworks import records as mapped

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall

HEARD: Final = "sqlobject heard"


def listened(call: NativeCall) -> Value:
    """`listen(tidy, Order, RowDestroyedSignal)`: of the class, and of those below it."""
    heard = functions(call.first)
    for signal in call.arguments.get(2, "signal") or BOTTOM:
        for atom in call.arguments.get(1, "soClass") or BOTTOM:
            if isinstance(atom, ClassAtom) and isinstance(signal, ClassAtom):
                call.interpreter.write((HEARD, atom.cls, signal.cls.name), heard)
    return call.atoms.none


def sent(evaluator: Evaluator, cls: ClassInfo, signal: str, line: int) -> None:
    """A signal is sent for a row of a class: what listens to it, or to a class above it, is called."""
    for one in evaluator.interpreter.classes.mro(cls):
        heard = evaluator.interpreter.read((HEARD, one, signal), evaluator.context) if not one.library else BOTTOM
        if heard:
            given = Arguments((mapped.row(evaluator, cls), UNKNOWN, UNKNOWN))
            evaluator.interpreter.calls.call(evaluator, heard, given, line)


NEEDS: Final = ("sqlobject",)
NATIVES: Final[dict[str, Handler]] = {"sqlobject.events.listen": listened}
