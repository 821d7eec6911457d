"""What FastAPI hands to its operations."""

from __future__ import annotations

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS


def test_what_a_request_says_is_no_blind_spot_and_what_is_kept_on_it_is_one() -> None:
    scan = assert_touches(f"""{MODELS}
# file: shop/app.py
from fastapi import FastAPI, Request
from starlette.requests import Request as Same
from shop.models import Line, Order, Session
app = FastAPI()

@app.post("/orders")
async def order(request: Request, again: Same, session: Session):
    form = await request.form()
    session.add(Order(note=form.get("note", request.query_params.get("note")), id=again.headers.get("id")))
    session.commit()  #> insert orders
    return request.url_for("order", number=again.cookies.get("number"))

@app.post("/lines")
def line(request: Request, session: Session):
    request.state.carrier.hand_over()
    session.add(Line())
    session.commit()  #> insert lines
""")
    reasons = [spot.reason for one in scan.transactions for spot in one.blind_spots]
    assert reasons == ["call of request.state.carrier.hand_over is not resolved"]
