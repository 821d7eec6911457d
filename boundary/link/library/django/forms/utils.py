"""What collects the errors of a form?"""


class RenderableMixin:
    pass


class ErrorDict(dict):
    def as_data(self):
        return __unknown__

    def as_json(self, escape_html=False):
        return __unknown__


class ErrorList(list):
    def as_data(self):
        return __unknown__


def flatatt(attrs):
    return __unknown__
