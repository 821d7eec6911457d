"""Who has not paid is asked again; plain SQL, since there are many."""

from sqlalchemy import text

OVERDUE = "SELECT id FROM overdue_invoice WHERE due_on < :today AND open > 0"


def remind(session, today):
    reminded = session.execute(
        text(f"""
            INSERT INTO reminder (invoice_id, level, sent_on)
            SELECT o.id, 1 + count(r.id), :today
            FROM ({OVERDUE}) o
            LEFT JOIN reminder r ON r.invoice_id = o.id
            GROUP BY o.id
            HAVING max(r.sent_on) IS NULL OR max(r.sent_on) < :today
            RETURNING invoice_id
        """),
        {"today": today},
    )
    keys = reminded.scalars().all()
    if keys:
        session.execute(
            text("UPDATE invoice SET reminded_on = :today WHERE id = ANY(:keys)"), {"today": today, "keys": keys}
        )
    session.commit()
    return len(keys)
