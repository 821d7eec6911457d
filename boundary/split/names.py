"""What is a context called?  After what it holds: its applications' labels, else the words of its tables' names.

Names are short and lower case, like `orders` or `catalogue+offers`; no two contexts have the same one, and a name
depends on the tables of the split only, not on the order in which they come.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from boundary.split.words import TECHNICAL, label_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from boundary.model.scan import Scan

CLEAR = 0.6
"""The share of a context's tables that one label must have to name the context by itself."""

COMMON = 0.75
"""A word that more than this share of all tables has in its name says nothing (a prefix of the whole schema)."""


def name_contexts(scan: Scan, contexts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """A name for each context, given its tables. Larger contexts choose first."""
    labels = table_labels(scan, sorted(table for tables in contexts for table in tables))
    names: dict[int, str] = {}
    for index in sorted(range(len(contexts)), key=lambda index: (-len(contexts[index]), sorted(contexts[index]))):
        counts = Counter(labels[table] for table in contexts[index])
        names[index] = _free(_candidates(counts, contexts[index]), set(names.values()))
    return tuple(names[index] for index in range(len(contexts)))


def table_labels(scan: Scan, tables: Sequence[str]) -> Mapping[str, str]:
    """What each table is about: its model's application, its schema, else the most telling word of its name."""
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
    owners = Counter(word for name in tables for word in set(words_of(name)))
    return {name: known.get(name) or _telling_word(name, owners, len(tables)) for name in tables}


def _telling_word(name: str, owners: Mapping[str, int], tables: int) -> str:
    """The first word that other tables have too, unless most have it; else the first word that few have."""
    words = [word for word in words_of(name) if word not in TECHNICAL]
    few = [word for word in words if owners[word] <= COMMON * tables]
    family = [word for word in few if owners[word] > 1]
    return (family or few or words or [name.lower()])[0]


def _candidates(counts: Mapping[str, int], tables: Sequence[str]) -> list[str]:
    """Possible names, best first: one clear label, two labels, a label with a word, several labels."""
    total = sum(counts.values())
    ranked = sorted(counts, key=lambda label: (-counts[label], label))
    first = ranked[0]
    found = [first] if counts[first] >= CLEAR * total or len(ranked) == 1 else []
    found += [f"{first}+{other}" for other in ranked[1:3]]
    words = Counter(word for table in tables for word in set(words_of(table)) - set(words_of(first)))
    found += [f"{first}-{word}" for word in sorted(words, key=lambda word: (-words[word], word))[:3]]
    return found or [first]


def _free(candidates: Sequence[str], taken: set[str]) -> str:
    """The first candidate that is free; numbered if none is."""
    for name in candidates:
        if name not in taken:
            return name
    number = 2
    while f"{candidates[0]}-{number}" in taken:
        number += 1
    return f"{candidates[0]}-{number}"
