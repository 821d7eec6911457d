"""What is Quart?  Flask, awaited: an application, its blueprints, and what runs while it serves."""

from flask import Blueprint as FlaskBlueprint
from flask import Flask, abort, g, render_template, render_template_string, session, views


class Serving:
    def websocket(self, rule, **options):
        pass

    def before_serving(self, f):
        pass

    def after_serving(self, f):
        pass

    def while_serving(self, f):
        pass

    def before_websocket(self, f):
        pass

    def after_websocket(self, f):
        pass


class Quart(Serving, Flask):
    def ensure_async(self, func):
        return func

    def sync_to_async(self, func):
        return func


current_app = Quart()


class Blueprint(Serving, FlaskBlueprint):
    pass
