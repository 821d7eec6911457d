"""Methods that controllers of CherryPy and TurboGears expose."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters


@pytest.mark.parametrize(
    "exposed",
    [
        "@cherrypy.expose\n    def index(self): ...",
        "@cherrypy.expose(['other'])\n    @cherrypy.tools.json_out()\n    def index(self): ...",
        "def index(self): ...\n    index.exposed = True",
        "@tg.expose('json')\n    def index(self): ...",
        "@expose()\n    def index(self): ...",
        "@shown(template='orders')\n    def index(self): ...",
    ],
)
def test_methods_that_are_exposed(exposed: str) -> None:
    assert_enters(
        f"""
# file: shop/pages.py
import cherrypy
import tg
from turbogears import expose as shown
from tg import expose
class Orders:
    {exposed}
    def helper(self): ...
""",
        "route shop.pages.Orders.index",
    )


@pytest.mark.parametrize("exposed", ["class Orders:\n    exposed = True", "@cherrypy.expose\nclass Orders:\n    x = 1"])
def test_methods_of_http_of_a_class_that_is_exposed(exposed: str) -> None:
    assert_enters(
        f"""
# file: shop/pages.py
import cherrypy
{exposed}
    def GET(self): ...
    def POST(self): ...
    def helper(self): ...
""",
        "route shop.pages.Orders.GET",
        "route shop.pages.Orders.POST",
    )
