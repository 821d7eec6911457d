from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Numeric, func
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ledger.db import Base


class BankStatement(Base):
    __tablename__ = "bank_statement"

    id: Mapped[int] = mapped_column(primary_key=True)
    iban: Mapped[str]
    file: Mapped[str] = mapped_column(unique=True)
    imported_at: Mapped[datetime] = mapped_column(server_default=func.now())

    transactions: Mapped[list["BankTransaction"]] = relationship(back_populates="statement", passive_deletes=True)


class BankTransaction(Base):
    __tablename__ = "bank_transaction"

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("bank_statement.id", ondelete="CASCADE"))
    booked_on: Mapped[date]
    amount: Mapped[Decimal] = mapped_column(Numeric(12, 2))
    purpose: Mapped[str]
    bank_reference: Mapped[str] = mapped_column(unique=True)
    status: Mapped[str] = mapped_column(default="new")

    statement: Mapped[BankStatement] = relationship(back_populates="transactions")
