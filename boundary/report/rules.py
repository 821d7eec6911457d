"""Why does the tool believe that an access happens?  The linker's rules, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boundary.model.scan import Access

RULES: dict[str, str] = {
    "orm": "a call of the ORM",
    "join": "a lookup that joins",
    "delete": "rows that are deleted",
    "sql": "SQL in the code",
    "upsert": "a row that is only written where it is not found, or written over",
    "increment": "a value that is computed from the row's own",
    "sql file": "SQL in a file",
    "settled": "settled in the configuration",
}
"""From a rule's name to what it saw; one that is not here is shown by its name."""

CAUSES: dict[str, str] = {
    "signal": "through a signal's receiver",
    "cascade": "as a delete cascades",
    "override": "through a method that overrides",
    "trigger": "through a trigger of the database",
    "m2m": "in the table behind a many-to-many relation",
    "inheritance": "in the table of a parent or child model",
    "template": "as a template is rendered",
}
"""From what hides an access in a call to how it comes about."""

BASES: dict[str, str] = {
    "certain": "certain: names resolve",
    "inferred": "inferred: types were followed",
    "guessed": "guessed: by a name alone",
}
"""From a confidence to what it rests on."""

SPOKEN = frozenset((*RULES.values(), *CAUSES.values(), *BASES.values(), "certain"))
"""The words above: anything else is a name out of the document."""


def reasons(access: Access) -> tuple[str, ...]:
    """Why the access is believed: what it rests on, the rule, and what hides it. Rules may be of another version."""
    words = [BASES[access.confidence]]
    if access.rule == "settled" and access.confidence == "certain":
        words = ["certain"]
    if access.rule:
        words.append(RULES.get(access.rule, access.rule))
    if access.because:
        words.append(CAUSES[access.because])
    if access.template:
        words.append(access.template)
    if access.library:
        words.append(f"{access.library} does it unasked")
    return tuple(words)
