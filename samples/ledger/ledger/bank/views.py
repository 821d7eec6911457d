from flask import Blueprint, jsonify
from sqlalchemy import delete, select

from ledger.bank.matching import match_all
from ledger.bank.models import BankStatement, BankTransaction
from ledger.db import current_session

bp = Blueprint("bank", __name__, url_prefix="/bank")


@bp.get("/transactions")
def transactions():
    query = select(BankTransaction, BankStatement.iban).join(BankTransaction.statement).order_by(BankTransaction.id)
    rows = current_session().execute(query)
    return jsonify([{"iban": iban, "amount": str(row.amount), "status": row.status} for row, iban in rows])


@bp.post("/match")
def match():
    return jsonify(matched=match_all())


@bp.delete("/statements/<int:key>")
def withdraw(key):
    """A file that should not have been imported."""
    session = current_session()
    session.execute(delete(BankStatement).where(BankStatement.id == key))
    session.commit()
    return "", 204
