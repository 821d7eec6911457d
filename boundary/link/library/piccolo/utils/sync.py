"""What does a coroutine give that is run at once?  Its result."""


def run_sync(coroutine):
    return coroutine
