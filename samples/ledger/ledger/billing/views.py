from datetime import date
from decimal import Decimal

from flask import Blueprint, jsonify, request
from flask.views import MethodView
from sqlalchemy import text

from ledger.billing import invoicing, payments
from ledger.db import current_session
from ledger.unit_of_work import UnitOfWork

bp = Blueprint("billing", __name__, url_prefix="/invoices")


class InvoiceView(MethodView):
    def get(self, key):
        with UnitOfWork() as work:
            invoice = work.invoices.get(key)
            return jsonify(number=invoice.number, status=invoice.status, open=str(invoice.open))

    def delete(self, key):
        with UnitOfWork() as work:
            invoicing.discard(work, key)
        return "", 204


bp.add_url_rule("/<int:key>", view_func=InvoiceView.as_view("invoice"))


@bp.post("")
def draft():
    data = request.get_json()
    with UnitOfWork() as work:
        invoice = invoicing.draft(work, data["customer"], data["lines"])
        return jsonify(id=invoice.id, total=str(invoice.total)), 201


@bp.post("/<int:key>/issue")
def issue(key):
    with UnitOfWork() as work:
        invoice = invoicing.issue(work, key, date.fromisoformat(request.get_json()["day"]))
        return jsonify(number=invoice.number)


@bp.post("/<int:key>/cancel")
def cancel(key):
    with UnitOfWork() as work:
        invoicing.cancel(work, key, date.fromisoformat(request.get_json()["day"]))
    return jsonify(status="cancelled")


@bp.post("/<int:key>/payments")
def pay(key):
    data = request.get_json()
    with UnitOfWork() as work:
        day = date.fromisoformat(data["day"])
        invoice = payments.receive(work, key, day, Decimal(data["amount"]), data["reference"])
        return jsonify(status=invoice.status), 201


@bp.get("/overdue")
def overdue():
    rows = current_session().execute(text("SELECT number, customer, open FROM overdue_invoice WHERE open > 0"))
    return jsonify([{**row, "open": str(row["open"])} for row in rows.mappings()])
