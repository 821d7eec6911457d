"""Which functions does Odoo's server route requests to, and what do they find in a request?"""

from odoo.api import Environment


def route(route=None, **kwargs): ...


class Controller:
    pass


class Request:
    @property
    def env(self):
        return Environment()

    @property
    def cr(self):
        return Environment().cr

    def update_env(self, user=None, context=None, su=None): ...


request = Request()
