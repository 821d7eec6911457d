"""The background process: takes messages one after the other, and asks for money at night."""

import time
from datetime import UTC, date, datetime

from sqlalchemy import select

from ledger.billing.models import Message
from ledger.billing.reminders import remind
from ledger.db import Session
from ledger.jobs.posting import HANDLERS
from ledger.jobs.runs import job_run


class Worker:
    def __init__(self, pause=1.0, handlers=HANDLERS):
        self.pause = pause
        self.handlers = handlers

    def run(self):
        while True:
            if not self.step():
                time.sleep(self.pause)

    def step(self):
        """Handle one message. A handler has its own transaction and may be called twice for the same message."""
        with Session() as session:
            query = select(Message).where(Message.sent_at.is_(None)).order_by(Message.id).limit(1)
            message = session.scalar(query.with_for_update(skip_locked=True))
            if message is None:
                return False
            self.handlers[message.topic](**message.payload)
            message.sent_at = datetime.now(UTC)
            session.commit()
            return True

    def drain(self):
        handled = 0
        with job_run("outbox"):
            while self.step():
                handled += 1
        return handled


def nightly(today: date):
    with job_run("reminders"), Session() as session:
        return remind(session, today)
