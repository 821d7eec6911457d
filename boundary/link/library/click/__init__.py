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


def pass_context(function):
    return function


pass_obj = pass_context


def make_pass_decorator(*args, **kwargs):
    return lambda function: function
