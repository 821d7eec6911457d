"""What does the client that Prisma generates export?  What its methods do is in `../../frameworks/prisma/client.py`."""

from prisma.client import Batch, Client, Prisma


def get_client():
    return Prisma()


def register(client): ...
