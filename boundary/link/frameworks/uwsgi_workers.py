"""Which functions do the workers of uWSGI run?  Those that `uwsgidecorators` hand to its spooler, mules and timers.

    @spool(pass_arguments=True)
    def tidy(order): ...

    @timer(30)
    def look(signal): ...

What is spooled, run by a mule or in a thread runs later, whoever calls it (`tidy(order)`, `tidy.spool(order)`); the
others are called when a time, a signal or a request to the function comes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import NOWHERE, decorator
from boundary.link.frameworks.python.functions import same
from boundary.link.frameworks.tasks import called_later

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler

PACKAGE: Final = "uwsgidecorators"
LATER: Final = ("spool", "spoolforever", "spoolraw", "mulefunc", "mule", "thread")
AT_TIMES: Final = ("timer", "rbtimer", "cron", "signal", "filemon", "postfork")
NEEDS: Final = (PACKAGE,)
NATIVES: Final[dict[str, Handler]] = {
    **{f"{PACKAGE}.{name}": called_later for name in LATER},
    **{f"{PACKAGE}.{name}": decorator("cron", at=NOWHERE) for name in AT_TIMES},
    f"{PACKAGE}.rpc": decorator("rpc", at=NOWHERE),
    f"{PACKAGE}.lock": same,
}
