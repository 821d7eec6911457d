"""What runs in the background?  Functions by their dotted names, each in a transaction of its own."""


def enqueue(method, queue="default", *args, **kwargs): ...


def enqueue_doc(doctype, name=None, method=None, queue="default", timeout=300, now=False, **kwargs): ...
