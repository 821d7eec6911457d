"""What does `web.db` of web.py add to the words of drivers?  A transaction that is begun where it is asked for.

What its methods write and read is said in `../library/web/db.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.dbapi import begin
from boundary.link.imports import imported_names

if TYPE_CHECKING:
    from boundary.link.bodies import Bodies
    from boundary.link.frameworks.protocol import Handler
    from boundary.link.symbols import Program

PACKAGE: Final = "web"


def works(program: Program, bodies: Bodies) -> bool:
    """Whether the project imports web.py, and not a package of its own that is called the same."""
    del bodies
    named = program.modules.get(PACKAGE)
    if named is None or not named.library:
        return False
    imported = [one for module in program.modules.values() if not module.library for _, one in module.imports]
    return any(name.partition(".")[0] == PACKAGE for name in imported_names(imported))


NATIVES: Final[dict[str, Handler]] = {"web.db.DB.transaction": begin}
