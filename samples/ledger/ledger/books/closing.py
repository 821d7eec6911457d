"""The end of a month is the database's own work: see migrations/V6__closing.sql."""

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from ledger.errors import ConflictError


def close_month(session, period_id):
    try:
        session.execute(text("CALL close_month(:period)"), {"period": period_id})
    except IntegrityError as error:
        session.rollback()
        raise ConflictError(str(error.orig)) from error
    session.commit()


def rebuild_balances(engine, period_id=None):
    with engine.begin() as connection:
        return connection.execute(text("SELECT rebuild_balances(:period)"), {"period": period_id}).scalar_one()


def trial_balance(session, month):
    rows = session.execute(
        text("""
            SELECT code, name, debit, credit, debit - credit AS balance
            FROM trial_balance
            WHERE starts = :month
            ORDER BY code
        """),
        {"month": month},
    )
    return [dict(row) for row in rows.mappings()]
