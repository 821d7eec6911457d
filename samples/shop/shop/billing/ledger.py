"""Double-entry bookkeeping, the small edition."""

from decimal import Decimal

from shop.billing.models import LedgerEntry


class UnbalancedError(Exception):
    """The two sides of a booking differ."""


class Booking:
    """Collects the sides of a booking and writes them when they add up.

    >>> with Booking("R000001") as booking:
    ...     booking.debit("receivables", 119)
    ...     booking.credit("revenue", 100)
    ...     booking.credit("vat", 19)
    """

    def __init__(self, document):
        self.document = document
        self.entries = []

    def debit(self, account, amount):
        self._add(account, Decimal(amount))

    def credit(self, account, amount):
        self._add(account, -Decimal(amount))

    def _add(self, account, amount):
        self.entries.append(LedgerEntry(document=self.document, account=account, amount=amount))

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            return
        if sum(entry.amount for entry in self.entries):
            raise UnbalancedError(self.document)
        LedgerEntry.objects.bulk_create(self.entries)
