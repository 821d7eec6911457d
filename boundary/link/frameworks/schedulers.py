"""Which functions does a scheduler run?  APScheduler's jobs, which begin work of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.values import UNKNOWN
from boundary.link.frameworks.entry_functions import NOWHERE, decorator, register

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall

SCHEDULER: Final = "apscheduler.schedulers.base.BaseScheduler"


def job(call: NativeCall) -> Value:
    """`scheduler.add_job(tidy, "interval")`."""
    function = call.arguments.get(0, "func") or UNKNOWN
    register(call.interpreter, "cron", "", function)
    call.interpreter.calls.deferred(call.evaluator, function, NO_ARGUMENTS, call.line)
    return UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    f"{SCHEDULER}.add_job": job,
    f"{SCHEDULER}.scheduled_job": decorator("cron", at=NOWHERE),
}
