"""What do contexts store for one another, and who is run again when it grows?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from boundary.link.domain import merging
from boundary.link.domain.asking import is_stored_row, is_table
from boundary.link.domain.cells import Cell, Cells, Key
from boundary.link.domain.joining import union, widened
from boundary.link.domain.kept_apart import waiting
from boundary.link.domain.keys import fits
from boundary.link.domain.readers import Read
from boundary.link.domain.telling import tidied
from boundary.link.domain.values import BOTTOM
from boundary.link.syntax.kinds import FUNCTION

if TYPE_CHECKING:
    from boundary.link.calling.contexts import Context
    from boundary.link.definitions.annotations import Annotations
    from boundary.link.definitions.classes import Classes
    from boundary.link.definitions.names import Names
    from boundary.link.definitions.symbols import ClassInfo, ModuleInfo
    from boundary.link.domain.atoms import Atoms
    from boundary.link.domain.values import Instance, Pattern, Value
    from boundary.link.syntax.bodies import Bodies

VERY_MANY: Final = 64
"""What so many contexts read is kept apart less where it grows: each time, all of them are run again."""


class Memory:
    """Attributes of objects and classes, variables of modules and the like; `schedule` runs a reader again."""

    annotations: Annotations
    atoms: Atoms
    bodies: Bodies
    classes: Classes
    names: Names

    def __init__(self) -> None:
        self._cells: dict[Key, Cell] = {}
        self._never_stored: dict[Key, list[tuple[ModuleInfo, str]]] = {}
        """The variables of modules that were read and are never stored by a function; the names that stand for them."""
        self.stored_names: set[str] = set()
        """The attributes that were stored in any object: most that are asked for never were."""
        self.holes: dict[str, Pattern] = {}
        """The names with holes among them (`setattr(self, f"{name}_service", service)`), by what they are called."""
        self._held_like: dict[str, tuple[str, ...]] = {}
        """Which of them a name may be."""
        self._asked_like: dict[Pattern, Read] = {}
        """Who has asked an object for attributes whose names fit a text with holes."""
        self.class_names: set[object] = set()
        """The same for those that were stored in a class."""
        self.with_tables: set[int] = set()
        """Where a table was stored in an attribute: the cells of few objects, told by their identity."""
        self._with_rows: set[int] = set()
        """Where a row was stored in an attribute, as far as that was asked; told in the same way."""
        self._asked_for_rows: dict[int, Read] = {}
        """Who has asked whether a row was stored in one of these attributes, as long as none was."""
        self.changed_classes: dict[ClassInfo, Value] = {}
        """The classes that objects of a class have been given (`object.__class__ = Other`)."""

    def schedule(self, context: Context) -> None:
        """Run a context again, once there is time."""
        raise NotImplementedError

    def looked_up_before(self, name: str) -> None:
        """Run the contexts again that may have asked a class for this name before any class was given it."""
        raise NotImplementedError

    def read(self, key: Key, reader: Context | None) -> Value:
        """What has been stored under a key so far; the reader is evaluated again when it grows."""
        if reader is None:
            return self.stored(key)
        cell = self.cell(key)
        cell.read_by(reader)
        return cell.value

    def cell(self, key: Key) -> Cell:
        """Where values are stored under a key."""
        cell = self._cells.get(key)
        if cell is None:
            cell = self._cells[key] = Cell()
        return cell

    def stored(self, key: Key) -> Value:
        """What has been stored under a key so far, asked by nobody who would have to be told of more."""
        cell = self._cells.get(key)
        return BOTTOM if cell is None else cell.value

    def write(self, key: Key, value: Value) -> None:
        """Store a value beside those stored before."""
        cell = self.cell(key)
        if key in self._never_stored:
            self._stored_at_last(key)
        first = not cell.value
        if self._grow(cell, value):
            if key[0] == "class":
                self.class_names.add(key[2])
                if first:
                    self._given_at_last(key)
                self.classes.forget()
                self.annotations.forget()
            elif key[0] == "global":
                self.classes.grown(key)
                self.annotations.forget()

    def _grow(self, cell: Cell, value: Value) -> bool:
        """Add a value to a cell; whether it has grown, so that its readers are run again."""
        before = cell.value
        if value is before:
            return False
        after = union(before, value)
        if after is before:
            return False
        if len(after) > 1:
            after = merging.merged(self, tidied(after, self.atoms))
            if cell.readers is not None and len(cell.readers) > VERY_MANY:
                after = merging.forgetful(self, after)
        after = widened(before, after)
        if after == before:
            return False
        cell.value = after
        for reader in cell.known_to():
            self.schedule(reader)
        return True

    def read_attribute(self, cells: Cells, name: str, reader: Context) -> Value:
        """What has been stored in an attribute of the objects that these cells belong to; see `read`."""
        cell = cells.get(name)
        if cell is None:
            cell = cells[name] = Cell()
        cell.read_by(reader)
        return cell.value

    def write_attribute(self, atom: Instance, name: str, value: Value) -> None:
        """Store a value in an attribute of an object, beside those stored before."""
        if self.write_cell(atom.cells, name, value) and atom.apart:
            for reader in waiting(atom, name):
                self.schedule(reader)

    def write_cell(self, cells: Cells, name: str, value: Value) -> bool:
        """Store a value where attributes are stored, whose so ever; whether there is more now."""
        cell = cells.get(name)
        if cell is None:
            cell = cells[name] = Cell()
        if not self._grow(cell, value):
            return False
        if any(is_table(atom) for atom in cell.value):
            self.with_tables.add(id(cells))
        asked = self._asked_for_rows.get(id(cells))
        if asked is not None and any(is_stored_row(atom) for atom in cell.value):
            del self._asked_for_rows[id(cells)]
            self._with_rows.add(id(cells))
            for reader in asked.known_to():
                self.schedule(reader)
        if name not in self.stored_names:
            self.stored_names.add(name)
            self._named_at_last(name)
        return True

    def keep_rows(self, cells: Cells, reader: Context) -> bool:
        """Whether a row was stored in one of these attributes; the reader is evaluated again when the first one is."""
        if id(cells) in self._with_rows:
            return True
        asked = self._asked_for_rows.get(id(cells))
        if asked is None:
            if any(is_stored_row(atom) for cell in cells.values() for atom in cell.value):
                self._with_rows.add(id(cells))
                return True
            asked = self._asked_for_rows[id(cells)] = Read()
        asked.read_by(reader)
        return False

    def change_class(self, atom: Instance, classes: Value) -> None:
        """Objects of a class are of these, too: whoever has asked one of them for anything asks again."""
        before = self.changed_classes.get(atom.cls, BOTTOM)
        after = self.changed_classes[atom.cls] = widened(before, before | classes)
        if after != before:
            for cells in (atom.cells, atom.cls.cells):
                for cell in list(cells.values()):
                    for reader in cell.known_to():
                        self.schedule(reader)

    def stored_like(self, pattern: Pattern, reader: Context) -> list[str]:
        """The attributes that were stored in any object whose names fit a text with holes; see `read`."""
        asked = self._asked_like.get(pattern)
        if asked is None:
            asked = self._asked_like[pattern] = Read()
        asked.read_by(reader)
        return sorted(name for name in self.stored_names if fits(pattern, self.holes.get(name, name)))

    def held_like(self, name: str) -> tuple[str, ...]:
        """The names with holes under which something was stored, and that a name may be."""
        held = self._held_like.get(name)
        if held is None:
            held = self._held_like[name] = tuple([called for called, one in self.holes.items() if one.fits(name)])
        return held

    def name_with_holes(self, pattern: Pattern) -> str:
        """What a name with holes is called under which something is stored."""
        called = repr(pattern)
        if called not in self.holes:
            self.holes[called] = pattern
            self._held_like.clear()
        return called

    def _named_at_last(self, name: str) -> None:
        """An attribute of this name is stored: who has asked for all that are called like that is run again."""
        for pattern, asked in self._asked_like.items():
            if fits(pattern, self.holes.get(name, name)):
                for reader in asked.known_to():
                    self.schedule(reader)

    def read_global(self, module: ModuleInfo, name: str, reader: Context) -> Value:
        """What functions have stored in a variable of a module (`global`), or of the module that it is taken from."""
        cells = module.cells.get(name)
        if cells is None:
            cells = module.cells[name] = self._global_cells(module, name)
        found = BOTTOM
        for cell in cells:
            cell.read_by(reader)
            found = union(found, cell.value)
        return found

    def _global_cells(self, module: ModuleInfo, name: str) -> list[Cell]:
        """Where a variable is stored; nowhere, and no reader is noted, as long as no function stores it."""
        keys: list[Key] = [("global", one.name, called) for one, called in self.names.way(module, name)]
        if any(key in self._cells for key in keys):
            return [self.cell(key) for key in keys]
        for key in keys:
            self._never_stored.setdefault(key, []).append((module, name))
        return []

    def _stored_at_last(self, key: Key) -> None:
        """A variable of which that was not expected is stored: who may have read it is run again."""
        for module, name in self._never_stored.pop(key, ()):
            module.cells.pop(name, None)
            for context in module.contexts:
                node = context.function.node if context.function is not None else None
                if type(node) is not FUNCTION or name in self.bodies.names(node):
                    self.schedule(context)

    def _given_at_last(self, key: Key) -> None:
        """A class is given an attribute: who may have asked it for one before any class had it is run again."""
        cls, name = cast("ClassInfo", key[1]), str(key[2])
        if self.classes.asked_early(cls, name):
            self.looked_up_before(name)

    def changed(self, key: Key) -> None:
        """Something that stands behind a key is another now, and is no value: who has read the key is run again."""
        cell = self._cells.get(key)
        for reader in cell.known_to() if cell is not None else ():
            self.schedule(reader)
