"""Which libraries does a project hold in a folder of libraries?  What is known of each is told instead of its source.

    ext/click/__init__.py, ext/tornado/web.py, ext/wrapt/__init__.py, ext/oauthlib/__init__.py, ext/six.py

Such a folder is on the search path, and holds some packages that there are skeletons of, or that everybody knows by
their names, side by side: that is no library's own repository, which holds one of these. What is told of there are
those, and others of which framework files speak (`cherrypy` beside them); what everybody knows has no tables, and is
not read either, as where it is installed (`requests`). Any other library stays as it is.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.said import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.model.facts import SourceModule

FEWEST: Final = 4
"""So many libraries lie in one folder at least."""
KNOWN: Final = frozenset(
    {
        *("appdirs", "arrow", "attr", "backports", "bs4", "certifi", "chardet", "charset_normalizer", "colorama"),
        *("configobj", "dateutil", "defusedxml", "docutils", "feedparser", "html5lib", "httplib2", "idna", "markdown"),
        *(
            "markupsafe",
            "packaging",
            "pygments",
            "pyparsing",
            "pytz",
            "rarfile",
            "requests",
            "requests_oauthlib",
            "rsa",
        ),
        *("simplejson", "soupsieve", "typing_extensions", "tzlocal", "urllib3", "webencodings", "xmltodict", "zipp"),
    }
)
"""Libraries that projects carry along, of which nothing has to be told: no table is theirs."""


def without_libraries(modules: Iterable[SourceModule]) -> tuple[list[SourceModule], tuple[str, ...]]:
    """The modules without those of libraries that lie in a folder of such, and how the paths of these folders begin."""
    held = list(modules)
    told = {one.name.partition(".")[0] for one in held if one.library} - sys.stdlib_module_names
    spoken_of = told | {name.partition(".")[0] for name in (*said().told, *said().told_of)} - sys.stdlib_module_names
    lying: dict[str, set[str]] = {}
    for one in held:
        if not one.library and (one.name in spoken_of or one.name in KNOWN):
            lying.setdefault(_around(one), set()).add(one.name)
    folders = {folder: names for folder, names in lying.items() if folder and len(names & (told | KNOWN)) >= FEWEST}
    beginnings = tuple(
        [f"{folder}/{name}{end}" for folder, names in folders.items() for name in sorted(names) for end in ("/", ".py")]
    )
    left = [one for one in held if one.library or not one.file.startswith(beginnings)] if beginnings else held
    return left, tuple([f"{folder}/" for folder in folders])


def _around(module: SourceModule) -> str:
    """The folder in which a top package or module lies."""
    place = module.file.rpartition("/")[0]
    return place.rpartition("/")[0] if module.is_package else place
