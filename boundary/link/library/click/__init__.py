"""Which functions are commands?"""


class Group:
    def command(self, *args, **kwargs):
        pass

    def group(self, *args, **kwargs):
        pass

    def add_command(self, command, name=None):
        pass

    def result_callback(self, *args, **kwargs):
        pass


def command(*args, **kwargs):
    pass


def group(*args, **kwargs):
    pass


def option(*args, **kwargs):
    return lambda function: function


argument = version_option = help_option = confirmation_option = password_option = option


class Context:
    obj = {**__unknown__}
    meta = {**__unknown__}

    def ensure_object(self, object_type):
        self.obj = object_type()
        return self.obj

    def find_object(self, object_type):
        return self.obj

    def invoke(self, callback, *args, **kwargs):
        return callback(*args, **kwargs)

    def forward(self, callback, *args, **kwargs):
        return callback(*args, **kwargs, **__unknown__)


def pass_context(function):
    pass


def pass_obj(function):
    pass


def make_pass_decorator(*args, **kwargs):
    return lambda function: function


class ProgressBar:
    def __init__(self, iterable=None, *args, **kwargs):
        self.iterable = iterable

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None

    def __iter__(self):
        return iter(self.iterable)

    def update(self, n_steps, current_item=None):
        return None

    def render_progress(self):
        return None


def progressbar(iterable=None, *args, **kwargs):
    return ProgressBar(iterable)
