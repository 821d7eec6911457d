"""What does SAQ hand to tasks?  A context, as arq does."""

from arq.worker import Context
