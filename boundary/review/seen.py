"""What does one tree of sources come to under the declared contexts?  Remembered by what is in its files."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from boundary import config as configuration
from boundary.check.examine import Examined
from boundary.errors import ConfigurationError, IncompleteError
from boundary.model.scan import Completeness

if TYPE_CHECKING:
    from boundary.config import Settings
    from boundary.read.sources import Survey
    from boundary.review.analyst import Analyst


class Seen(msgspec.Struct, frozen=True):
    """What one tree of sources comes to under the declared contexts."""

    root: str
    completeness: Completeness
    examined: Examined


def seen_in(analyst: Analyst, surveyed: Survey) -> Seen:
    """What a survey comes to, remembered by the contents of its files."""
    from boundary.check.examine import examine
    from boundary.check.picture import Picture

    key = f"seen {surveyed.digest} {question(analyst)}"
    kept = surveyed.store.load_result(key)
    if kept is not None:
        return msgspec.msgpack.decode(kept, type=Seen)
    scan = analyst.scan(surveyed)
    examined = examine(Picture(scan, analyst.settings.contexts, surveyed.ignores), analyst.settings.rules)
    seen = Seen(scan.root, scan.completeness, examined)
    if analyst.keeps(surveyed):
        surveyed.store.save_result(key, msgspec.msgpack.encode(seen))
    return seen


def question(analyst: Analyst) -> str:
    """Changes with all that findings depend on beside the sources: ignores end with their day."""
    today = datetime.now(tz=UTC).date().isoformat()
    return f"{analyst.identity} {configuration.to_toml(analyst.settings)} {today}"


def require_completeness(done: Completeness, settings: Settings) -> None:
    """Refuse to judge by an analysis that understood less than the project asks for."""
    asked = (
        (
            "calls",
            "least-calls-understood",
            settings.least_calls_understood,
            done.calls,
            done.calls_resolved + done.calls_external,
        ),
        ("SQL", "least-sql-understood", settings.least_sql_understood, done.sql_strings, done.sql_understood),
    )
    for what, key, least, whole, part in asked:
        if whole and 100 * part < least * whole:
            raise IncompleteError(f"{100 * part // whole} % of {what} understood, and {key} asks for {least} %")


def require_contexts(settings: Settings) -> None:
    """Refuse to judge where no contexts are declared, or rules are named that there are not."""
    from boundary.check.rules import all_rules

    if not settings.contexts:
        raise ConfigurationError(
            "no contexts are declared, so there is no boundary to check: boundary init writes those of a split, "
            "or write [tool.boundary.contexts.NAME] with modules = [...]"
        )
    for rule in settings.rules:
        if rule not in all_rules():
            hint = configuration.did_you_mean(rule, list(all_rules()))
            raise ConfigurationError(f"rules.{rule}: no such rule{hint}")
