"""What does `web.db` of web.py add to the words of drivers?  A transaction that is begun where it is asked for.

What its methods write and read is said in `../library/web/db.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.dbapi import begin

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import Program
    from boundary.link.frameworks.protocol import Handler
    from boundary.link.syntax.bodies import Bodies

PACKAGE: Final = "web"


def works(program: Program, bodies: Bodies) -> bool:
    """Whether what the project imports as `web` is web.py, and no package of its own."""
    del bodies
    named = program.modules.get(PACKAGE)
    return named is not None and named.library


NEEDS: Final = (PACKAGE,)
NATIVES: Final[dict[str, Handler]] = {"web.db.DB.transaction": begin}
