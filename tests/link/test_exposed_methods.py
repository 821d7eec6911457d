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


@pytest.mark.parametrize("told", ["", "@functools.wraps(page)\n        "])
def test_pages_behind_a_decorator_are_each_their_own(told: str) -> None:
    assert_enters(
        f"""
# file: shop/pages.py
import functools
import cherrypy
def only(method):
    def decorator(page):
        {told}def wrapper(*args, **kwargs):
            return page(*args, **kwargs)
        return wrapper
    return decorator
class Orders:
    @cherrypy.expose
    @only("post")
    def close(self): ...
    @cherrypy.expose
    @only("post")
    def remove(self): ...
""",
        "route shop.pages.Orders.close",
        "route shop.pages.Orders.remove",
    )


def test_a_decorator_that_gives_another_function_stands_for_none() -> None:
    assert_enters(
        """
# file: shop/pages.py
import cherrypy
def replaced(page):
    return answer
@cherrypy.expose
def answer(*args): ...
class Orders:
    @cherrypy.expose
    @replaced
    def close(self): ...
""",
        "route shop.pages.answer",
    )
