"""What does a DocType of Frappe say?  A model that a file of JSON declares: its name, its fields, what kind it is."""

from __future__ import annotations

import msgspec


class DocField(msgspec.Struct, frozen=True):
    """One field: its name, its `kind` (`Link`, `Table`, `Data`), and for relations the DocType that it leads to.

    `choices` are the texts that one of kind `Select` may hold.
    """

    name: str
    kind: str
    target: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()


class DocType(msgspec.Struct, frozen=True):
    """One DocType: `file` relative to the root, and what decides where its documents are stored and how.

    A `child` has rows that belong to documents of others, a `single` one document and no table of its own; what is
    `virtual` is stored nowhere. A `submittable` document is a draft, submitted or cancelled; of one that is `tracked`
    each change is noted. `autoname` says how documents get their names.
    """

    file: str
    name: str
    fields: tuple[DocField, ...] = ()
    child: bool = False
    single: bool = False
    virtual: bool = False
    submittable: bool = False
    tracked: bool = False
    autoname: str = ""
