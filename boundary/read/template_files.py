"""What do the templates of a tree say?  From the cache what is known, the rest read like the other sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from boundary.model.facts import Unreadable
from boundary.model.templates import TemplateFacts, TemplateSource
from boundary.read.code_digests import digest
from boundary.read.python.syntax import TOO_DEEP
from boundary.read.reader import Job, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.read.files import SourceFile
    from boundary.read.store import Store

FOLDERS = frozenset({"templates", "jinja2"})
"""The folders of an app in which its templates lie."""
_DIRS = re.compile(rb"""["']DIRS["']\s*:\s*[\[(](?P<folders>[^\])]{0,2000})[\])]""")
_STRING = re.compile(rb"""["']([^"'\n]{1,200})["']""")
_SPEAKS = re.compile(rb"\{[{%]")
_KEPT = msgspec.msgpack.Decoder(Outcome)


class TemplateFile(msgspec.Struct):
    """One template of a survey: `file` relative to the root, the hash of its bytes, and these until it is read."""

    file: str
    key: bytes
    content: bytes


def key_of(content: bytes) -> bytes:
    """The hash of a template's bytes, which is another than that of the same bytes in another kind of file."""
    return digest(b"template", content)


def in_folders_of_templates(files: Iterable[SourceFile], python: Iterable[bytes]) -> list[SourceFile]:
    """Those of the files that lie in a folder of templates, by its name or because settings name it (`DIRS`)."""
    files = list(files)
    named = _named_folders(python) if files else frozenset[str]()
    return [one for one in files if not named.isdisjoint(one.folder.split("/"))]


def _named_folders(python: Iterable[bytes]) -> frozenset[str]:
    named = set(FOLDERS)
    for content in python:
        if b"DIRS" not in content:
            continue
        for found in _DIRS.finditer(content):
            for text in _STRING.findall(found["folders"]):
                named.add(text.decode(errors="replace").rstrip("/").rpartition("/")[2])
    return frozenset(named)


def names_of(file: str) -> tuple[str, ...]:
    """The names by which loaders find a template: what follows a folder of templates, the longest first."""
    parts = file.split("/")
    found = ["/".join(parts[at + 1 :]) for at, part in enumerate(parts[:-1]) if part in FOLDERS]
    return tuple(found) or tuple("/".join(parts[at:]) for at in range(1, len(parts)))


class TemplateReading:
    """The templates of a tree, being read; `jobs` is the work that the cache does not spare."""

    def __init__(self, files: list[TemplateFile], store: Store) -> None:
        self._files = files
        self._store = store
        self._outcomes: dict[bytes, Outcome] = {}
        jobs: dict[bytes, Job] = {}
        for file in files:
            blob = store.get(file.key)
            if blob is not None:
                self._outcomes[file.key] = _KEPT.decode(blob)
            elif file.key not in jobs:
                jobs[file.key] = Job(file.file, file.content if _SPEAKS.search(file.content) else b"", template=True)
            file.content = b""
        self._keys = list(jobs)
        self.jobs = list(jobs.values())

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """Accept the outcomes of the jobs, in their order."""
        for key, outcome in zip(self._keys, outcomes, strict=True):
            self._outcomes[key] = outcome
            if outcome.settled:
                self._store.put(key, msgspec.msgpack.encode(outcome))
        self.jobs = []

    @property
    def settled(self) -> bool:
        """Whether reading the same files again would give the same."""
        return all(outcome.settled for outcome in self._outcomes.values())

    def finish(self) -> tuple[list[TemplateSource], list[Unreadable]]:
        """The facts in the order of the paths, and what could not be read."""
        found: list[TemplateSource] = []
        unreadable: list[Unreadable] = []
        for file in self._files:
            outcome = self._outcomes[file.key]
            facts, reason = _decoded(outcome)
            if facts is None:
                unreadable.append(Unreadable(file.file, reason or TOO_DEEP, outcome.line))
            else:
                found.append(TemplateSource(file.file, names_of(file.file), facts))
        return found, unreadable


def _decoded(outcome: Outcome) -> tuple[TemplateFacts | None, str | None]:
    if outcome.facts is None:
        return None, outcome.reason
    try:
        return TemplateFacts.decoded(outcome.facts), None
    except RecursionError:
        return None, TOO_DEEP
