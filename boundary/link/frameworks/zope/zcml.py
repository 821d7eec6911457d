"""What do a project's files of ZCML register?  Dotted names in them, resolved from the package that each lies in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom
from boundary.model.zcml import OUTERMOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model.zcml import Directive, ZcmlFile

ZCML: Final = "zcml"
ANY: Final = "*"


class Said:
    """One directive, with the file that it stands in and the package that its dotted names are relative to."""

    __slots__ = ("_directive", "_interpreter", "_package", "around", "file")

    def __init__(
        self, interpreter: Interpreter, directive: Directive, file: str, package: str, around: Said | None
    ) -> None:
        self._interpreter = interpreter
        self._directive = directive
        self._package = package
        self.file = file
        self.around = around
        """The directive that this one stands in."""

    @property
    def name(self) -> str:
        """What the directive is called, without its namespace."""
        return self._directive.name

    def text(self, attribute: str) -> str:
        """What an attribute says, of the directive or of the one around it."""
        said = self._directive.attributes.get(attribute, "")
        return said or (self.around.text(attribute) if self.around is not None else "")

    def own(self, attribute: str) -> str:
        """What an attribute of the directive itself says."""
        return self._directive.attributes.get(attribute, "")

    def dotted(self, attribute: str) -> list[str]:
        """The dotted names in an attribute, those that begin with a dot from the package."""
        return [_absolute(one, self._package) for one in self.text(attribute).split()]

    def value(self, attribute: str) -> Value:
        """What the first dotted name in an attribute stands for; bottom where there is no such thing."""
        found = [self._interpreter.names.at(one) or BOTTOM for one in self.dotted(attribute)[:1] if one != ANY]
        return join(found)

    def classes(self, attribute: str) -> list[ClassInfo | None]:
        """The classes that an attribute names, None for one that is not known; `*` is left out."""
        found: list[ClassInfo | None] = []
        for one in self.dotted(attribute):
            if one != ANY:
                held = self._interpreter.names.at(one) or BOTTOM
                found.append(next((atom.cls for atom in held if isinstance(atom, ClassAtom)), None))
        return found


def _absolute(dotted: str, package: str) -> str:
    """A dotted name as one from the top: each dot in front but the first goes a package up."""
    name = dotted.lstrip(".")
    ups = len(dotted) - len(name)
    if not ups:
        return dotted
    parts = package.split(".")
    return ".".join([*parts[: len(parts) - ups + 1], *([name] if name else [])])


def said(interpreter: Interpreter, *names: str) -> Iterator[Said]:
    """The directives of these names, of all files."""
    held: dict[str, list[Said]] | None = interpreter.frameworks.state.get("zcml by name")
    if held is None:
        held = interpreter.frameworks.state["zcml by name"] = {}
        files: tuple[ZcmlFile, ...] = interpreter.frameworks.state.get(ZCML, ())
        packages = _packages(interpreter) if files else {}
        for file in files:
            folder = file.file.rpartition("/")[0]
            found: list[Said] = []
            for directive in file.directives:
                around = found[directive.parent] if directive.parent != OUTERMOST else None
                package = packages.get(folder, folder.replace("/", "."))
                asked = around
                while asked is not None:
                    package = asked.own("package") if asked.name == "configure" and asked.own("package") else package
                    asked = asked.around
                found.append(Said(interpreter, directive, file.file, package, around))
            for one in found:
                held.setdefault(one.name, []).append(one)
    for name in names:
        yield from held.get(name, ())


def _packages(interpreter: Interpreter) -> dict[str, str]:
    """The dotted name of the package that each folder is."""
    found: dict[str, str] = {}
    for module in interpreter.program.modules.values():
        if not module.library and module.file:
            folder = module.file.rpartition("/")[0]
            found.setdefault(folder, module.package)
            above, name = folder, module.package
            while "/" in above and "." in name:  # folders that hold packages alone
                above, name = above.rpartition("/")[0], name.rpartition(".")[0]
                found.setdefault(above, name)
    return found
