"""What does a promise hold?  One value, which it is resolved with; a promise of a promise is that."""


class Promise:
    def __init__(self, executor=None, scheduler=None):
        if executor is not None:
            executor(__unknown__, __unknown__)

    def get(self, timeout=None): ...

    def then(self, did_fulfill=None, did_reject=None):
        if did_reject is not None:
            did_reject(__unknown__)
        if did_fulfill is None:
            return self
        return Promise.resolve(did_fulfill(self.get()))

    def catch(self, on_rejection):
        on_rejection(__unknown__)
        return self

    def done(self, did_fulfill=None, did_reject=None):
        self.then(did_fulfill, did_reject)

    def __await__(self):
        return self.get()

    @classmethod
    def resolve(cls, obj):
        return obj if isinstance(obj, Promise) else Resolved(obj)

    cast = fulfilled = resolve

    @classmethod
    def reject(cls, reason):
        return Promise()

    rejected = reject

    @classmethod
    def all(cls, promises):
        return Resolved([Promise.resolve(promise).get() for promise in promises])

    @classmethod
    def for_dict(cls, m):
        return Resolved({key: Promise.resolve(promise).get() for key, promise in m.items()})

    @classmethod
    def promisify(cls, f):
        def wrapper(*args, **kwargs):
            return Promise.resolve(f(*args, **kwargs))

        return wrapper

    safe = promisify

    @classmethod
    def is_thenable(cls, obj):
        return isinstance(obj, Promise)


class Resolved(Promise):
    """A promise that is kept apart by what it holds."""

    def __init__(self, value):
        self.value = value

    def get(self, timeout=None):
        return self.value


is_thenable = Promise.is_thenable


def set_default_scheduler(scheduler): ...


def get_default_scheduler(): ...
