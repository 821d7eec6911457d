"""Templates of Jinja that code fills by itself: what they ask of the rows that they are given."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

GIVEN = {
    "by names": 'env.get_template("order.html").render(order=order)',
    "in a dict": 'env.get_template("order.html").render({"order": order})',
    "in a dict that is unpacked": 'env.get_template("order.html").render(**{"order": order})',
    "one of several": 'env.select_template(["gift.html", "order.html"]).render(order=order)',
    "piece by piece": 'env.get_or_select_template("order.html").generate(order=order)',
    "from a sandbox": 'SandboxedEnvironment().get_template("order.html").render(order=order)',
    "from a registry": 'registry.queryUtility(IJinja2Environment, name=".html").get_template("order.html")'
    ".render(order=order)",
}


@pytest.mark.parametrize("rendered", GIVEN.values(), ids=GIVEN)
def test_what_a_template_reads(rendered: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/pages.py
from jinja2 import Environment, FileSystemLoader
from jinja2.sandbox import SandboxedEnvironment
from pyramid.registry import Registry
from pyramid_jinja2 import IJinja2Environment
from shop.models import *
env = Environment(loader=FileSystemLoader("templates"), autoescape=True)
def show(registry: Registry, session: Session):
    order = session.get(Order, 1)
    return {rendered}  #= nothing, read customers, no read details
# file: shop/templates/order.html
{{{{ order.customer.id }}}}
""")
