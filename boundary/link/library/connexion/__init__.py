"""What are the applications of connexion?  Flask's stands in `app` and answers what a description of an API says."""

from connexion.resolver import MethodResolver, MethodViewResolver, Resolver, RestyResolver
from flask import Flask, request


class App:
    app = Flask()

    def __init__(self, import_name, **kwargs): ...

    def add_api(self, specification, base_path=None, resolver=None, **kwargs): ...

    def add_url_rule(self, rule, endpoint=None, view_func=None, **options):
        self.app.add_url_rule(rule, endpoint, view_func, **options)

    def run(self, *args, **kwargs): ...

    def test_client(self, **kwargs): ...


FlaskApp = App


class AsyncApp:
    def __init__(self, import_name, **kwargs): ...

    def add_api(self, specification, base_path=None, resolver=None, **kwargs): ...
