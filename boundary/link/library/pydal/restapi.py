"""What does an interface to all tables do?  What a client asks for: which table that is, nobody knows."""


class Policy:
    def set(self, tablename, method="GET", **attributes): ...


class RestAPI:
    def __init__(self, db, policy): ...

    def __call__(self, method, tablename, record_id=None, get_vars=None, post_vars=None, allowed_patterns=None):
        self.search(tablename, get_vars)

    def search(self, tname, vars): ...


ALLOW_ALL_POLICY = Policy()
DENY_ALL_POLICY = Policy()
