from datetime import date
from decimal import Decimal

from flask import Blueprint, jsonify, request

from ledger.books import closing
from ledger.books.models import Account, Period
from ledger.books.posting import Leg, post, reverse
from ledger.books.repository import Accounts
from ledger.db import current_session
from ledger.unit_of_work import UnitOfWork

bp = Blueprint("books", __name__, url_prefix="/books")


@bp.get("/accounts")
def list_accounts():
    accounts = Accounts(current_session()).all()
    return jsonify([{"code": account.code, "name": account.name, "closed": account.closed} for account in accounts])


@bp.post("/accounts")
def open_account():
    session = current_session()
    account = Account(**request.get_json())
    session.add(account)
    session.commit()
    return jsonify(id=account.id), 201


@bp.post("/accounts/<int:key>/close")
def close_account(key):
    session = current_session()
    Accounts(session).get(key).closed = True
    session.commit()
    return jsonify(closed=True)


@bp.post("/periods")
def open_period():
    data = request.get_json()
    session = current_session()
    period = Period(starts=date.fromisoformat(data["starts"]), ends=date.fromisoformat(data["ends"]))
    session.add(period)
    session.commit()
    return jsonify(id=period.id), 201


@bp.post("/periods/<int:key>/close")
def close_period(key):
    closing.close_month(current_session(), key)
    return jsonify(status="closed")


@bp.post("/entries")
def post_entry():
    data = request.get_json()
    legs = [
        Leg(leg["account"], Decimal(leg.get("debit", "0")), Decimal(leg.get("credit", "0"))) for leg in data["legs"]
    ]
    with UnitOfWork() as work:
        day = date.fromisoformat(data["day"])
        entry = post(work.accounts, work.journal, day, data["description"], data["reference"], legs)
        work.commit()
        return jsonify(id=entry.id), 201


@bp.post("/entries/<int:key>/reverse")
def reverse_entry(key):
    with UnitOfWork() as work:
        entry = work.journal.get(key)
        reversal = reverse(work.accounts, work.journal, entry, date.fromisoformat(request.get_json()["day"]))
        work.commit()
        return jsonify(id=reversal.id), 201


@bp.get("/trial-balance/<month>")
def trial_balance(month):
    return jsonify(closing.trial_balance(current_session(), date.fromisoformat(month)))
