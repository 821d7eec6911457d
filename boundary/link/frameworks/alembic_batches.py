"""Whose rows does alembic copy?  Those of tables that it changes in a batch, where it cannot change them in place.

SQLite cannot do most of what a batch asks for, so there the rows go into a table that then takes the place of the one
that they were read from: `with op.batch_alter_table("orders") as batch`. With `recreate="always"` any database does so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django.long_names import DIALECT

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def copies(call: NativeCall) -> Value:
    """Whether the database has what a batch changes made anew, unless the batch says so itself."""
    return call.atoms.constant(call.interpreter.frameworks.state.get(DIALECT) == "sqlite")


NEEDS: Final = ("alembic",)
NATIVES: Final[dict[str, Handler]] = {"alembic.op.copies": copies}
