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

    def make_response(self, data, headers=None, cookies=None, status=200): ...

    def make_json_response(self, data, headers=None, cookies=None, status=200): ...

    def not_found(self, description=None): ...

    def redirect(self, location, code=303, local=True): ...

    def render(self, template, qcontext=None, lazy=True, **kw): ...

    def update_env(self, user=None, context=None, su=None): ...


request = Request()
