"""Which functions does Tryton's server route requests to?"""


class TrytondWSGI:
    def route(self, string, methods=None, defaults=None): ...


app = TrytondWSGI()
