"""What does a name mean in a module?  Imports, re-exports, star imports and conditional definitions, lazily."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.definitions.defining import bound_value, define_class, define_function
from boundary.link.definitions.patched_modules import Patches
from boundary.link.domain.asking import is_unknown, strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, Wrapped
from boundary.link.syntax.kinds import ASSIGN, CLASS, FUNCTION, IMPORT, IMPORT_FROM
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.syntax.scopes import Binding

    Variable = tuple[ModuleInfo, str]


LONGEST_WAY: Final = 8
"""A name that is imported from module to module more often than this comes back to where it started."""
MESSAGES: Final = "_pb2"


class Names:
    """Looks names up in modules; each (module, name) is evaluated once, when it is first asked for."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._atoms = interpreter.atoms
        self._program = interpreter.program
        self.open = 0
        """How many names are being evaluated: what they hold may still grow."""
        self._making: set[tuple[str, str]] = set()
        self._patches = Patches(self._source)
        self._under_way: set[tuple[ModuleInfo, str]] = set()
        """Names that are being evaluated, and those that were not found on a way that came back to one of them."""
        self._cut: dict[tuple[ModuleInfo, str], tuple[ModuleInfo, str]] = {}
        """The latter, each with the name that its way came back to."""
        self._back: tuple[ModuleInfo, str] | None = None
        self.returns = 0
        """How often a way has come back: what it did not find there may be found on another one."""

    def value(self, module: ModuleInfo, name: str) -> Value:
        """What `name` holds in `module`; nothing where the module does not bind it."""
        cached = module.values.get(name)
        if cached is None:
            if module.environment and f"{module.name}.{name}" in self._interpreter.frameworks.told:
                return self._atoms.external(f"{module.name}.{name}")
            key, before = (module, name), self.returns
            module.values[name] = BOTTOM
            self._under_way.add(key)
            self.open += 1
            try:
                cached = self._evaluate(module, name)
            finally:
                self.open -= 1
                self._under_way.discard(key)
            module.values[name] = cached
            if not cached and self.open and self.returns != before:
                self._under_way.add(key)
                self._cut[key] = self._back or key
            if self._cut and not self.open:
                self._forget_cut()
        elif not cached and (module, name) in self._under_way:
            return self._on_its_way((module, name))
        return cached

    def _on_its_way(self, key: tuple[ModuleInfo, str]) -> Value:
        """A name that holds nothing yet. Where its own way came back to one that is known by now, it is gone anew."""
        back = self._cut.get(key, key)
        if back not in self._under_way:
            del self._cut[key]
            self._under_way.discard(key)
            del key[0].values[key[1]]
            return self.value(*key)
        self.returns += 1
        self._back = back
        return BOTTOM

    def _forget_cut(self) -> None:
        """Look names that were not found on a way that came back up anew, now that nothing is being evaluated."""
        for module, name in self._cut:
            self._under_way.discard((module, name))
            if not module.values.get(name):
                module.values.pop(name, None)
        self._cut.clear()

    def at(self, dotted: str) -> Value | None:
        """What a text such as `package.module.Name` names; None where there is no such module."""
        module, _, name = dotted.rpartition(".")
        source = self._interpreter.find_module(module) if module else None
        return None if source is None else self.member(source, name)

    def told(self, texts: Value) -> Value:
        """What the texts in a value name, together."""
        return join(self.at(text) or BOTTOM for text in strings(texts))

    def member(self, module: ModuleInfo, name: str) -> Value:
        """What `from module import name` gives."""
        before = self.returns
        value = self.value(module, name)
        if value:
            return value
        dotted = f"{module.name}.{name}"
        if self.exists(dotted) or (module.environment and self._interpreter.find_module(dotted) is not None):
            return self.imported(dotted)
        came_back = self.returns != before  # on another way it may be found, in a library as anywhere
        if not came_back and (module.library or is_generated(module) or not module.body):
            return self._atoms.external(dotted)  # a folder without code hides no package of its name (`alembic`)
        if "__getattr__" in module.bindings and (made := self._made(module, name)):
            return made
        return BOTTOM if name in module.bindings or came_back else self.unread(module, name)

    def _made(self, module: ModuleInfo, name: str) -> Value:
        """What a module's own `__getattr__` gives for a name that it does not bind (PEP 562)."""
        key = module.name, name
        if key in self._making or name.startswith("__"):
            return BOTTOM
        self._making.add(key)
        try:
            getter = self.value(module, "__getattr__")
            given = Arguments((self._atoms.constant(name),))
            made = self._interpreter.calls.call(self._interpreter.module_evaluator(module), getter, given, 0)
        finally:
            self._making.discard(key)
        return frozenset(atom for atom in made if not is_unknown(atom))

    def exists(self, dotted: str) -> bool:
        """Whether the dotted name is a module or a package of what is read."""
        return dotted in self._program.modules or dotted in self._program.packages

    def imported(self, dotted: str) -> Value:
        """The value of the module with this dotted name; something external where it is not read."""
        module = self._interpreter.find_module(dotted)
        return self._atoms.module(module) if module else self._atoms.external(dotted)

    def absolute(self, module: ModuleInfo, level: int, name: str) -> str:
        """The absolute form of a relative import; the name by which what an absolute one means is kept."""
        if not level:
            name = self._program.namesakes.meant(module, name) if self._program.namesakes else name
            return self._program.scripts.meant(module, name) if self._program.scripts else name
        base = module.package
        if level > 1:
            package = base.split(".")
            base = ".".join(package[: len(package) - level + 1])
            if level > len(package):  # out of what is read
                return name
        return f"{base}.{name}" if name else base

    def _source(self, module: ModuleInfo, statement: code.ImportFrom) -> ModuleInfo | None:
        """The module that an import takes names from, where it is read."""
        return self._interpreter.find_module(self.absolute(module, statement.level, statement.module))

    def set_since(self, module: ModuleInfo, statement: code.ImportFrom, name: str, reader: Context) -> Value:
        """What functions have put (`global engine`) into a variable that another takes from a module when it runs."""
        source = self._source(module, statement)
        if source is None or source.library or not self.is_variable(source, name):
            return BOTTOM
        way = self.way(source, name)
        return join(self._interpreter.read(("global", one.name, called), reader) for one, called in way)

    def is_variable(self, module: ModuleInfo, name: str) -> bool:
        """Whether functions may set what a module has under a name: it is no class, function or module."""
        source, called = self.way(module, name)[-1]
        return _assigns(source, called) or not (called in source.bindings or self.exists(f"{source.name}.{called}"))

    def from_import(self, module: ModuleInfo, statement: code.ImportFrom, name: str) -> Value:
        """The value of one name of a `from ... import`."""
        dotted = self.absolute(module, statement.level, statement.module)
        source = self._interpreter.find_module(dotted)
        if source is None:
            return self._atoms.external(f"{dotted}.{name}")
        if source is module and name in module.values and not module.values[name]:
            return self.imported(f"{dotted}.{name}") if self.exists(f"{dotted}.{name}") else BOTTOM
        return self.member(source, name)

    def defined(self, module: ModuleInfo, name: code.Name, depth: int = 0) -> tuple[ModuleInfo, code.Expression]:
        """The expression that a name stands for, with the module that it is written in, followed through imports."""
        for binding in module.bindings.get(name.id, ()):
            statement, alias = binding.statement, binding.alias
            if type(statement) is ASSIGN and statement.value is not None:
                return module, statement.value
            if type(statement) is IMPORT_FROM and alias is not None:
                source = self._source(module, statement)
                if source is not None and depth < LONGEST_WAY:
                    return self.defined(source, code.Name(alias.name), depth + 1)
        for star in reversed(module.stars) if name.id not in module.bindings and depth < LONGEST_WAY else ():
            source = self._source(module, star)
            held = self.defined(source, name, depth + 1) if source is not None and source.gives(name.id) else None
            if held is not None and held[1] is not name:
                return held
        return module, name

    def public(self, module: ModuleInfo) -> list[str]:
        """The names that a module defines or takes from others, those of its star imports included."""
        found: dict[str, None] = {}
        seen, waiting = {module}, [module]
        while waiting:  # packages whose modules import everything from one another have more ways than modules
            one = waiting.pop()
            found.update(dict.fromkeys(name for name in one.bindings if not name.startswith("_")))
            for statement in reversed(one.stars):
                source = self._source(one, statement)
                if source is not None and source not in seen:
                    seen.add(source)
                    if source.exports is None:
                        waiting.append(source)
                    else:
                        found.update(dict.fromkeys(sorted(source.exports)))
        return list(found)

    def unread(self, module: ModuleInfo, name: str) -> Value:
        """What a star import takes from a library that is not read whole, for a name that nobody binds; or unknown.

        It is what has a meaning there; of the standard library any name, of the one library that there is, if it has a
        skeleton, any class. What is read and binds the name has been asked before.
        """
        if module.library or name.startswith("_"):
            return UNKNOWN
        found: list[str] = []
        sure, seen, waiting = True, {module}, [module]
        while waiting:
            one = waiting.pop()
            for statement in one.stars:
                source = self._source(one, statement)
                if source is None or source.library:
                    found.append(f"{self.absolute(one, statement.level, statement.module)}.{name}")
                    sure = sure and source is not None
                elif source not in seen:
                    seen.add(source)
                    waiting.append(source)
        known = [one for one in found if self._interpreter.frameworks.handler(one) is not None]
        own = [one for one in found if one.partition(".")[0] in sys.stdlib_module_names]
        told = known or own or (found if sure and len(found) == 1 and name[0].isupper() else [])
        return self._atoms.external(told[-1]) if told else UNKNOWN

    def home(self, module: ModuleInfo, name: str) -> tuple[ModuleInfo, str]:
        """The module that assigns a variable which another imports from it, and its name there.

        What is put into a list or dict of a module is seen by all who import it, whoever puts it in.
        """
        last = self.way(module, name)[-1]
        return last if _assigns(*last) else (module, name)

    def way(self, module: ModuleInfo, name: str) -> list[Variable]:
        """A variable of a module, and those of other modules that it is taken from, up to the one that is assigned.

        A function may have put something else (`global engine`) into any of them.
        """
        cached = module.ways.get(name)
        if cached is None:
            cached = module.ways[name] = self._way(module, name, set()) or [(module, name)]
        return cached

    def _way(self, module: ModuleInfo, name: str, seen: set[Variable]) -> list[Variable]:
        if (module, name) in seen:  # there are more ways than modules where each imports everything from the others
            return []
        seen.add((module, name))
        if _assigns(module, name):
            return [(module, name)]
        bindings = module.bindings.get(name, ())
        imports = [
            (binding.statement, binding.alias.name)
            for binding in bindings
            if type(binding.statement) is IMPORT_FROM and binding.alias is not None
        ]
        longest: list[Variable] = []
        for statement, original in imports:
            source = self._source(module, statement)
            further = self._way(source, original, seen) if source is not None else []
            if further and _assigns(*further[-1]):
                return [(module, name), *further]
            if further and further[-1][1] not in further[-1][0].bindings:
                longest = longest or further
        for statement in () if bindings else reversed(module.stars):
            source = self._source(module, statement)
            further = self._way(source, name, seen) if source is not None and source.gives(name) else []
            if further and _assigns(*further[-1]):
                return [(module, name), *further]
        return [(module, name), *longest]

    def above(self, module: ModuleInfo, name: str, line: int) -> Value:
        """What a name holds above a line, where it is bound again there or below; nothing where that binds it first.

        The last statement of the module's own counts; one in a branch leaves what was bound before it.
        """
        bindings = module.bindings.get(name, ())
        before = [one for one in bindings if getattr(one.statement, "line", line) < line]
        if len(before) == len(bindings):
            return BOTTOM
        found = BOTTOM if before else join(self._starred(module, name))
        for binding in before:
            value = self._bound(module, name, binding)
            at_top = any(one is binding.statement for one in module.body)
            found = value if at_top else join((found, value))
        return found

    def _evaluate(self, module: ModuleInfo, name: str) -> Value:
        found = BOTTOM
        for binding in module.bindings.get(name, ()):
            value = self._bound(module, name, binding)
            if value:  # a property is given its setter where it gets its name again
                found = value if is_property(found) and is_property(value) else join((found, value))
                module.values[name] = found
        return self._patches.or_patched(module, name, found or join(self._starred(module, name)))

    def _starred(self, module: ModuleInfo, name: str) -> list[Value]:
        if name == "__package__":
            return [self._atoms.constant(module.package)]
        if name == "__file__" and not module.library:
            return [self._atoms.constant(f"/{module.file}")]
        for statement in reversed(module.stars):  # the last one wins
            source = self._source(module, statement)
            if source is not None and source is not module and source.gives(name):
                value = self.value(source, name) or self._listed_module(source, name)
                if value:
                    return [value]
        return []

    def _listed_module(self, package: ModuleInfo, name: str) -> Value:
        """What `__all__` of a package lists and nothing in it binds: a module of it, which is imported."""
        dotted = f"{package.name}.{name}"
        return self.imported(dotted) if package.exports is not None and self.exists(dotted) else BOTTOM

    def _bound(self, module: ModuleInfo, name: str, binding: Binding) -> Value:
        try:
            return self._module_member(module, name, binding)
        except RecursionError:  # where less waits for it, the name may well be followed
            raise
        except Exception as error:  # noqa: BLE001 - who asks for a name can go on without it
            return self._faulty(module, f"{module.name}.{name}", binding, error)

    def class_member(self, owner: ClassInfo, name: str, binding: Binding, evaluator: Evaluator) -> Value:
        """The value of one binding of a class body."""
        try:
            return self._class_member(owner, name, binding, evaluator)
        except RecursionError:
            raise
        except Exception as error:  # noqa: BLE001 - as above
            return self._faulty(owner.module, f"{owner.dotted}.{name}", binding, error)

    def _faulty(self, module: ModuleInfo, what: str, binding: Binding, error: Exception) -> Value:
        """A name of which it could not be followed what is bound to it: noted, and anything."""
        line: int = getattr(binding.statement, "line", 1)
        self._interpreter.faults.failed_at(module.file, line, what, error)
        return UNKNOWN

    def _module_member(self, module: ModuleInfo, name: str, binding: Binding) -> Value:
        statement, alias = binding.statement, binding.alias
        evaluator = self._interpreter.module_evaluator(module)
        if type(statement) is IMPORT_FROM and alias:
            return self.from_import(module, statement, alias.name)
        if type(statement) is IMPORT and alias:
            return self.imported(self.absolute(module, 0, alias.name if alias.bound else alias.name.split(".")[0]))
        if type(statement) is CLASS:
            return define_class(evaluator, statement)
        if type(statement) is FUNCTION:
            return define_function(evaluator, statement)
        return bound_value(evaluator, statement, name, (module.name, name))

    def _class_member(self, owner: ClassInfo, name: str, binding: Binding, evaluator: Evaluator) -> Value:
        statement, alias = binding.statement, binding.alias
        module = owner.module
        if type(statement) is FUNCTION:
            return define_function(evaluator, statement)
        if type(statement) is CLASS:
            return define_class(evaluator, statement)
        if type(statement) is IMPORT and alias:
            return self.imported(self.absolute(module, 0, alias.name))
        if type(statement) is IMPORT_FROM and alias:
            return self.from_import(module, statement, alias.name)
        return bound_value(evaluator, statement, name, (owner, name))


def _assigns(module: ModuleInfo, name: str) -> bool:
    """Whether a module assigns a variable of its own, outside of its functions."""
    return any(type(binding.statement) is ASSIGN for binding in module.bindings.get(name, ()))


def is_generated(module: ModuleInfo) -> bool:
    """Whether protoc made a module: its messages are made when it is loaded, of a description in bytes."""
    return module.name.endswith(MESSAGES) and "DESCRIPTOR" in module.bindings


def is_property(value: Value) -> bool:
    """Whether a value is a property (or several)."""
    return bool(value) and all(isinstance(atom, Wrapped) and atom.kind == "property" for atom in value)
