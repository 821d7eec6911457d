"""What ran when, and how it ended; in transactions of its own, whatever the job does in its."""

from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy.orm import Mapped, mapped_column

from ledger.db import Base, Session


class JobRun(Base):
    __tablename__ = "job_run"

    id: Mapped[int] = mapped_column(primary_key=True)
    job: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    finished_at: Mapped[datetime | None]
    outcome: Mapped[str | None]


@contextmanager
def job_run(name):
    with Session.begin() as session:
        run = JobRun(job=name)
        session.add(run)
    try:
        yield
    except Exception as error:
        finish(run, f"failed: {error}")
        raise
    finish(run, "done")


def finish(run, outcome):
    with Session.begin() as session:
        run = session.merge(run)
        run.outcome = outcome
        run.finished_at = datetime.now(UTC)
