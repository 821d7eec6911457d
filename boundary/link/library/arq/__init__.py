"""What does arq hand to tasks?  What the hooks of its worker have put into a dict; SAQ does the same."""

from arq import worker
