"""What is an object of which something is asked, and that nobody has made yet?  What somebody makes of it later.

A class that is made later is what it is made of, and nothing else: a flag that nobody hands to its constructor is off.
Only when all else has settled are those that nobody makes taken to be made, with anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.domain.values import Function

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter


class Unmade:
    """The classes of which an object was asked before its constructor was called."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._waiting: dict[ClassInfo, Instance] = {}

    def is_made_now(self, evaluator: Evaluator, atom: Instance) -> bool:
        """Whether the constructor is run of an object that a framework made, whose method is entered: with anything.

        Other objects of classes of the project that nobody has made yet are remembered: somebody may make them.
        """
        if atom.cls.library or "initialised" in atom.cls.data:
            return False
        if evaluator.context.root and evaluator.context.receiver is atom:
            return self._make(atom)
        self._waiting.setdefault(atom.cls, atom)
        return False

    def make_all(self) -> bool:
        """Run the constructors of those that nobody makes, with unknown arguments; False where there are none."""
        waiting, self._waiting = self._waiting, {}
        for cls, atom in waiting.items():
            if "initialised" not in cls.data:
                self._make(atom)
        return bool(waiting)

    def _make(self, atom: Instance) -> bool:
        """Run the constructor of a class, with unknown arguments."""
        atom.cls.data["initialised"] = True
        owner, value = self._interpreter.classes.lookup(atom.cls, "__init__")
        if owner is None:
            return False
        for one in value:
            if isinstance(one, Function) and not any(key[0] is atom for key in one.function.contexts):  # type: ignore[index]
                bound = self._interpreter.atoms.function(one.function, atom, one.closure, one.traits)
                self._interpreter.calls.unknown_call(self._interpreter.class_evaluator(atom.cls), bound)
        return True
