"""What does a setting hold that the environment may set?  The default in `values.Value("shop.User")`, or anything else.

django-configurations makes an object of it in the class of the settings, and a setting of that when Django starts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM, Instance
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, Value
    from boundary.link.evaluator.evaluation import Evaluator

DEFAULT: Final = "default of a setting"


class Settable(Hook):
    """Values of settings, each with its default."""

    base = "configurations.values.Value"

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`values.ListValue(["shop"])`."""
        del line
        default = arguments.get(0, "default") or evaluator.atoms.none
        return evaluator.atoms.instance(cls, site=(DEFAULT, default))

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Base.INSTALLED_APPS.default`."""
        del evaluator, line
        return default_of(atom) or None if name == "default" else None


def default_of(atom: Atom) -> Value:
    """The default of a value of settings; nothing of anything else."""
    if not isinstance(atom, Instance) or not isinstance(atom.site, tuple) or atom.site[0] != DEFAULT:
        return BOTTOM
    default: Value = atom.site[1]
    return default


HOOKS: Final = (Settable(),)
