"""Pages that Starlette and FastAPI render: what their templates ask of the rows that they are given."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS


@pytest.mark.parametrize(
    "rendered",
    [
        'templates.TemplateResponse(request, "order.html", {"order": order})',
        'templates.TemplateResponse("order.html", {"request": request, "order": order})',
        'templates.TemplateResponse(request=request, name="order.html", context={"order": order})',
        'templates.TemplateResponse("order.html", context=dict(request=request, order=order))',
    ],
)
@pytest.mark.parametrize("module", ["starlette", "fastapi"])
def test_what_a_page_reads(module: str, rendered: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/pages.py
from {module}.templating import Jinja2Templates
from shop.models import *
templates = Jinja2Templates(directory="templates")
def show(request, session: Session):
    order = session.get(Order, 1)
    return {rendered}  #= nothing, read customers, no read details
# file: shop/templates/order.html
{{{{ order.customer.id }}}}
""")
