"""What do sessions of every engine do when they are flushed or get a new key?

Whoever asks for a value or sets one first loads them all; the middleware saves them after the view. What a view calls
by itself is `save`, `flush`, `cycle_key`, `create`, `delete`.
"""


class CreateError(Exception):
    pass


class UpdateError(Exception):
    pass


class SessionBase:
    modified = False
    accessed = False

    def __init__(self, session_key=None):
        self.session_key = __unknown__

    def __contains__(self, key):
        self._get_session()
        return __unknown__

    def __getitem__(self, key):
        self._get_session()
        return __unknown__

    def __setitem__(self, key, value):
        self._get_session()
        self.modified = True

    def __delitem__(self, key):
        self._get_session()
        self.modified = True

    def get(self, key, default=None):
        self._get_session()
        return __unknown__

    async def aget(self, key, default=None):
        self._get_session()
        return __unknown__

    async def aset(self, key, value):
        self._get_session()
        self.modified = True

    def pop(self, key, default=None):
        self._get_session()
        return __unknown__

    def setdefault(self, key, value):
        self._get_session()
        return __unknown__

    def update(self, values):
        self._get_session()
        self.modified = True

    def has_key(self, key):
        self._get_session()
        return __unknown__

    def keys(self):
        self._get_session()
        return __unknown__

    def values(self):
        self._get_session()
        return __unknown__

    def items(self):
        self._get_session()
        return __unknown__

    def clear(self):
        self.modified = True

    def is_empty(self):
        return __unknown__

    def set_test_cookie(self):
        self["testcookie"] = "worked"

    def test_cookie_worked(self):
        return self.get("testcookie")

    def delete_test_cookie(self):
        del self["testcookie"]

    def get_expiry_age(self, **kwargs):
        return __unknown__

    def get_expiry_date(self, **kwargs):
        return __unknown__

    def set_expiry(self, value):
        self.modified = True

    def get_expire_at_browser_close(self):
        return __unknown__

    def _get_session(self, no_load=False):
        if no_load:
            return {}
        return self.load()

    def flush(self):
        self.clear()
        self.delete()

    async def aflush(self):
        self.flush()

    def cycle_key(self):
        self.load()
        self.create()
        if __unknown__:
            self.delete(__unknown__)

    async def acycle_key(self):
        self.cycle_key()

    def load(self):
        return {**__unknown__}

    def exists(self, session_key):
        return __unknown__

    def create(self):
        pass

    def save(self, must_create=False):
        pass

    async def asave(self, must_create=False):
        self.save(must_create)

    def delete(self, session_key=None):
        pass

    @classmethod
    def clear_expired(cls):
        pass
