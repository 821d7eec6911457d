"""What do an application and a blueprint have in common?  The functions that requests and commands call."""


class Scaffold:
    @property
    def cli(self):
        return AppGroup()

    def open_resource(self, resource, mode="rb"): ...

    def route(self, rule, **options):
        pass

    def get(self, rule, **options):
        pass

    def post(self, rule, **options):
        pass

    def put(self, rule, **options):
        pass

    def delete(self, rule, **options):
        pass

    def patch(self, rule, **options):
        pass

    def endpoint(self, endpoint):
        pass

    def add_url_rule(self, rule, endpoint=None, view_func=None, **options):
        pass

    def before_request(self, f):
        pass

    def after_request(self, f):
        pass

    def teardown_request(self, f):
        pass

    def teardown_appcontext(self, f):
        pass

    def context_processor(self, f):
        pass

    def before_app_request(self, f):
        pass

    def after_app_request(self, f):
        pass

    def before_first_request(self, f):
        pass

    def before_app_first_request(self, f):
        pass

    def teardown_app_request(self, f):
        pass

    def app_context_processor(self, f):
        pass

    def errorhandler(self, code):
        pass

    def app_errorhandler(self, code):
        pass

    def register_blueprint(self, blueprint, **options):
        pass

    def register_error_handler(self, code, f):
        pass


class AppGroup:
    """Commands of the application."""

    def command(self, *args, **kwargs):
        pass

    def group(self, *args, **kwargs):
        pass

    def add_command(self, command, name=None):
        pass


FlaskGroup = AppGroup


def with_appcontext(f):
    return f
