"""Double entry: what is debited here is credited there."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.dialects.postgresql import insert

from ledger.books.models import Balance, JournalEntry, JournalLine
from ledger.errors import ConflictError, LedgerError


@dataclass(frozen=True)
class Leg:
    account: str
    debit: Decimal = Decimal(0)
    credit: Decimal = Decimal(0)


def post(accounts, journal, day, description, reference, legs):
    """Post an entry, in the transaction of the caller."""
    if sum(leg.debit for leg in legs) != sum(leg.credit for leg in legs) or not legs:
        raise LedgerError("debit and credit differ")
    if journal.by_reference(reference) is not None:
        raise ConflictError(f"{reference} is posted already")
    period = journal.open_period(day)
    entry = JournalEntry(period=period, booked_on=day, description=description, reference=reference)
    for leg in legs:
        account = accounts.by_code(leg.account)
        entry.lines.append(JournalLine(account=account, debit=leg.debit, credit=leg.credit))
        carry(journal.session, account, period, leg)
    return journal.add(entry)


def carry(session, account, period, leg):
    """Keep the balance of the period up to date, whoever else posts to the account at this moment."""
    new = insert(Balance).values(account_id=account.id, period_id=period.id, debit=leg.debit, credit=leg.credit)
    session.execute(
        new.on_conflict_do_update(
            index_elements=[Balance.account_id, Balance.period_id],
            set_={"debit": Balance.debit + new.excluded.debit, "credit": Balance.credit + new.excluded.credit},
        )
    )


def reverse(accounts, journal, entry, day):
    """Nothing is ever taken out of the journal; it is posted the other way round."""
    legs = [Leg(line.account.code, debit=line.credit, credit=line.debit) for line in entry.lines]
    return post(accounts, journal, day, f"Reversal of {entry.description}", f"reversal:{entry.id}", legs)
