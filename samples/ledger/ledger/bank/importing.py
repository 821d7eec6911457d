"""A bank's file: copied into a staging table as it is, then taken over without what is known already."""

import csv

from sqlalchemy import text

from ledger.bank.models import BankStatement
from ledger.db import Session

TAKE_OVER = text("""
    WITH known AS (SELECT bank_reference FROM bank_transaction)
    INSERT INTO bank_transaction (statement_id, booked_on, amount, purpose, bank_reference)
    SELECT :statement, booked_on, amount, purpose, bank_reference
    FROM bank_staging
    WHERE bank_reference NOT IN (SELECT bank_reference FROM known)
""")


def import_statement(path, iban):
    with Session.begin() as session:
        statement = BankStatement(iban=iban, file=path.name)
        session.add(statement)
        session.flush()
        copy_rows(session, read(path))
        return session.execute(TAKE_OVER, {"statement": statement.id}).rowcount


def read(path):
    with path.open(newline="", encoding="utf-8") as file:
        return [(row["date"], row["amount"], row["purpose"], row["reference"]) for row in csv.DictReader(file)]


def copy_rows(session, rows):
    """The driver's own COPY, inside the session's transaction."""
    connection = session.connection().connection.driver_connection
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE bank_staging")
        with cursor.copy("COPY bank_staging (booked_on, amount, purpose, bank_reference) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
