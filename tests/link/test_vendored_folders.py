"""Which modules of a project are libraries that lie in a folder of such?"""

from __future__ import annotations

import pytest

from boundary.link.frameworks.vendored_folders import without_libraries
from boundary.model.facts import ModuleFacts, SourceModule

KNOWN = "click six tornado tornado.web wrapt"


def module(file: str, *, library: bool = False) -> SourceModule:
    """The module of a file in a folder that is on the search path."""
    inside = file.removeprefix("ext/").removesuffix(".py").removesuffix("/__init__")
    return SourceModule(inside.replace("/", "."), file, ModuleFacts((), 0, 0), file.endswith("__init__.py"), library)


@pytest.mark.parametrize(
    ("files", "left"),
    [
        # libraries side by side
        (
            "ext/click/__init__.py ext/tornado/web.py ext/tornado/__init__.py ext/wrapt.py ext/six.py shop/a.py",
            "shop/a.py",
        ),
        # one of them that there is no skeleton of
        (
            "ext/click.py ext/tornado.py ext/wrapt.py ext/six.py ext/rebulk/__init__.py",
            "ext/rebulk/__init__.py",
        ),
        # one that only framework files speak of
        (
            "ext/click.py ext/tornado.py ext/wrapt.py ext/six.py ext/cherrypy/__init__.py ext/cherrypy/lib/auth.py",
            "",
        ),
        # among libraries that everybody knows, of which nothing is told
        (
            "ext/tornado.py ext/requests/__init__.py ext/bs4.py ext/idna/__init__.py ext/idna/core.py ext/rebulk.py",
            "ext/rebulk.py",
        ),
        # too few of them
        (
            "ext/tornado/__init__.py ext/six.py ext/wrapt/__init__.py shop/web.py",
            "ext/tornado/__init__.py ext/six.py ext/wrapt/__init__.py shop/web.py",
        ),
        # a library's own repository
        ("tornado/__init__.py tornado/web.py six.py", "tornado/__init__.py tornado/web.py six.py"),
    ],
)
def test_what_is_left(files: str, left: str) -> None:
    skeletons = [module(f"{name.replace('.', '/')}/__init__.py", library=True) for name in KNOWN.split()]
    own = [module(file) for file in files.split()]
    held, folders = without_libraries([*own, *skeletons])
    assert [one.file for one in held if not one.library] == left.split()
    assert folders == (("ext/",) if left != files else ())
