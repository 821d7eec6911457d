"""Which calls that are not resolved touch no table, whatever they are made on?

`page.redirect_to(url)` of something unknown may go to any function of the project that is called so, and to nothing
else that is known. Where none of them comes to a table, or ends a transaction, that it is unknown which of them is
meant leaves nothing unseen. So it is with one of more classes that a function makes than are kept apart. What methods
of libraries are called, too (`rows.update()`), stays a blind spot, and so does what code has stored in an attribute of
that name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.plain_methods import PAGES, takes_keys
from boundary.link.domain.values import Function
from boundary.link.syntax.kinds import FUNCTION, IMPORT_FROM

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Blind, Context
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.effects.effects import Effects
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.syntax.scopes import Binding

CONSTRUCTORS: Final = ("__init__", "__new__", "__post_init__")


class Harmless:
    """Knows of names of methods whether any function that is called so touches a table."""

    def __init__(self, interpreter: Interpreter, effects: Effects) -> None:
        self._interpreter = interpreter
        self._effects = effects
        self._named: dict[str, list[Context]] = {}
        self._known: dict[tuple[str, bool], bool] = {}

    def forget(self) -> None:
        """What leads to what is not known has changed."""
        self._known.clear()

    def is_call_of(self, blind: Blind, leads: set[int]) -> bool:
        """Whether a blind spot is such a call; `leads` are the nodes of the effects that come to what is not known."""
        holder, _, name = blind.called.rpartition(".")
        if not holder and blind.cut:
            return self._makes_nothing(name, leads)
        if not holder or not name.isidentifier():
            return False
        found = self._known.get((name, blind.by_key))
        if found is None:
            found = self._known[name, blind.by_key] = self._touches_nothing(name, leads, by_key=blind.by_key)
        return found

    def _touches_nothing(self, name: str, leads: set[int], *, by_key: bool) -> bool:
        interpreter = self._interpreter
        instead = self._instead(name) if name in interpreter.class_names else []
        if name in interpreter.stored_names or instead is None:
            return False
        written = self._definitions(name, by_key=by_key)
        if not written:
            return False
        return self._are_harmless((name,), written, leads) and all(self._is_harmless(one, leads) for one in instead)

    def _makes_nothing(self, name: str, leads: set[int]) -> bool:
        """Whether no constructor of classes that functions make under this name touches a table."""
        made = [cls for cls in self._interpreter.program.classes if cls.name == name]
        written: set[tuple[str, int]] = set()
        for cls in made:
            for one in self._interpreter.classes.mro(cls):
                held = [binding for method in CONSTRUCTORS for binding in one.bindings.get(method, ())]
                if cls.closure is None or (one.library and held) or not _add_functions(one.module.file, held, written):
                    return False
        return bool(made) and self._are_harmless(CONSTRUCTORS, written, leads)

    def _are_harmless(self, names: tuple[str, ...], written: set[tuple[str, int]], leads: set[int]) -> bool:
        """Whether the functions that stand there, and are called so, touch nothing, whatever they were handed."""
        contexts = [
            one
            for name in names
            for one in self._contexts(name)
            if one.function and (one.module.file, one.function.line) in written
        ]
        evaluated = {(one.module.file, one.function.line) for one in contexts if one.function is not None}
        return written <= evaluated and all(self._is_harmless(one, leads) for one in contexts)

    def _definitions(self, name: str, *, by_key: bool) -> set[tuple[str, int]]:
        """Where the project's functions of this name stand; nowhere, if something else may be meant."""
        program = self._interpreter.program
        found: set[tuple[str, int]] = set()
        for cls in program.classes:
            held = cls.bindings.get(name)
            if held is None or (by_key and (cls.library or not takes_keys(cls, name) or self._is_page(cls))):
                continue  # what gives rows takes no text for a key
            if cls.library or not _add_functions(cls.module.file, held, found):
                return set()
        for module in program.modules.values():
            held = module.bindings.get(name)
            if held is not None and not module.library and not _add_functions(module.file, held, found):
                return set()
        return found

    def _instead(self, name: str) -> list[Context] | None:
        """What the functions do that classes were given in place of their methods; None where that is not known."""
        found: list[Context] = []
        for cls in self._interpreter.program.classes:
            for atom in self._interpreter.stored(("class", cls, name)):
                if not isinstance(atom, Function) or atom.function.native or not atom.function.contexts:
                    return None
                found.extend(atom.function.contexts.values())
        return found

    def _is_page(self, cls: ClassInfo) -> bool:
        """Whether a class answers requests, as what it extends is called: nobody asks it for a key."""
        return any(one.rpartition(".")[2].endswith(PAGES) for one in self._interpreter.classes.above(cls))

    def _contexts(self, name: str) -> list[Context]:
        if not self._named:
            for context in self._interpreter.contexts:
                if context.function is not None and not context.library:
                    self._named.setdefault(context.function.name, []).append(context)
        return self._named.get(name, [])

    def _is_harmless(self, context: Context, leads: set[int]) -> bool:
        number = self._effects.node(context)
        return not self._effects.closed[number] and number not in leads and not context.flow.settles


def _add_functions(file: str, held: list[Binding], found: set[tuple[str, int]]) -> bool:
    """Add the functions that a name is bound to; False where it is bound to something else."""
    for one in held:
        statement = one.statement
        if type(statement) is FUNCTION:
            found.add((file, statement.line))
        elif type(statement) is not IMPORT_FROM:  # what is imported stands in its own place, too
            return False
    return True
