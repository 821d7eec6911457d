"""What is a context called?  After what it holds: its applications' labels, else the words of its tables' names.

Names are short and lower case: `orders`; `catalogue+offers`; `discount-voucher` for a part of what `discount` is about;
`core` for a large rest of everything. No two contexts have the same one, and a name depends on the tables of the split
only, not on the order in which they come.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from boundary.split.words import TECHNICAL, label_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from boundary.model.scan import Scan

CLEAR = 0.6
"""The share of a context's tables that one label must have to name the context by itself."""

COMMON = 0.75
"""A word that more than this share of all tables has in its name says nothing (a prefix of the whole schema)."""


CORE = "core"
"""What the largest context is called when it holds most tables, and no two labels tell what most of these are about."""

SAYS_LITTLE = frozenset({"core", "common", "main", "shared", "general", "misc", "utils", "util", "lib"})
"""Labels that say where things were put, not what they are about: they name a context only if nothing else does."""


def name_contexts(scan: Scan, contexts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """A name for each context, given its tables. Larger contexts choose first."""
    tables = sorted(table for tables in contexts for table in tables)
    naming = _Naming(table_labels(scan, tables, several=len(contexts) > 1), _words_of_tables(scan, tables))
    names: dict[int, str] = {}
    for index in sorted(range(len(contexts)), key=lambda index: (-len(contexts[index]), sorted(contexts[index]))):
        names[index] = _free(naming.candidates(contexts[index]), set(names.values()))
    return tuple(names[index] for index in range(len(contexts)))


def table_labels(scan: Scan, tables: Sequence[str], *, several: bool = False) -> Mapping[str, str]:
    """What each table is about: its model's application, its schema, else the most telling word of its name.

    An application that nearly all tables belong to says nothing where there are `several` contexts to tell apart.
    """
    known: dict[str, str] = {}
    for table in sorted(scan.tables, key=lambda table: (table.name, table.model or "", table.file or "")):
        # where there is no model, the file of a table may be one long script: its name says more
        label = label_of(table) if table.model else table.schema
        if label:
            known.setdefault(table.name, label)
    applications = set(known.values())
    for name in tables:  # a table of a relation has no model, but its application's name in front
        prefix = name.partition("_")[0]
        if prefix in applications:
            known.setdefault(name, prefix)
    if several:
        much = {label for label, count in Counter(known.values()).items() if count > COMMON * len(tables)}
        known = {name: label for name, label in known.items() if label not in much}
    owners = Counter(word for name in tables for word in set(words_of(name)))
    return {name: known.get(name) or _telling_word(name, owners, len(tables)) for name in tables}


def _telling_word(name: str, owners: Mapping[str, int], tables: int) -> str:
    """The first word that other tables have too, unless most have it; else the first word that few have."""
    words = [word for word in words_of(name) if word not in TECHNICAL]
    few = [word for word in words if owners[word] <= COMMON * tables]
    family = [word for word in few if owners[word] > 1]
    return (family or few or words or [name.lower()])[0]


def _words_of_tables(scan: Scan, tables: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """The words in the name of each table's model, which has humps where the table's name has none, or in its own."""
    models = {table.name: table.model.rpartition(".")[2] for table in scan.tables if table.model}
    return {table: frozenset(words_of(models.get(table, table))) - TECHNICAL for table in tables}


@dataclass(frozen=True)
class _Naming:
    """What is known of all tables: the label of each, and its words."""

    labels: Mapping[str, str]
    words: Mapping[str, frozenset[str]]

    @cached_property
    def with_label(self) -> Mapping[str, int]:
        """How many tables there are with each label."""
        return Counter(self.labels.values())

    def candidates(self, tables: Sequence[str]) -> list[str]:
        """Possible names of a context, best first: one label, a part of what it is about, two labels, `core`."""
        counts = Counter(self.labels[table] for table in tables)
        ranked = sorted(counts, key=lambda label: (label in SAYS_LITTLE, -counts[label], label))
        first = ranked[0]
        parts = [f"{first}-{word}" for word in self.telling(tables, first)]
        both = [f"{first}+{other}" for other in ranked[1:3]]
        if counts[first] >= CLEAR * len(tables) or len(ranked) == 1:
            whole = 2 * counts[first] > self.with_label[first]
            return [first, *parts, *both] if whole else [*parts[:1], first, *parts[1:], *both]
        most = 2 * len(tables) > len(self.labels) and 2 * sum(counts[label] for label in ranked[:2]) < len(tables)
        return [*([CORE] if most else []), *both, *parts]

    def telling(self, tables: Sequence[str], label: str) -> list[str]:
        """The words that tell the tables of a label in one context from those elsewhere, best first."""
        mine = {table for table in tables if self.labels[table] == label}
        known = set(words_of(label))
        inside = Counter(word for table in mine for word in self.words[table] - known)
        outside = Counter(
            word
            for table, its in self.labels.items()
            if its == label and table not in mine
            for word in self.words[table] - known
        )
        return sorted(inside, key=lambda word: (outside[word] - inside[word], word))[:3]


def _free(candidates: Sequence[str], taken: set[str]) -> str:
    """The first candidate that is free; numbered if none is."""
    for name in candidates:
        if name not in taken:
            return name
    number = 2
    while f"{candidates[0]}-{number}" in taken:
        number += 1
    return f"{candidates[0]}-{number}"
