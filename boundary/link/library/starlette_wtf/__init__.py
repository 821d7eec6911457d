"""How is a form of Starlette-WTF made?  From a request, with what its constructor is given besides."""

from wtforms.form import Form


class StarletteForm(Form):
    def __init__(self, request, formdata=None, obj=None, **kwargs):
        super().__init__(formdata, obj)

    @classmethod
    def from_formdata(cls, request, formdata=None, **kwargs):
        return cls(request, **kwargs)

    def is_submitted(self):
        return __unknown__

    def validate_on_submit(self, extra_validators=None):
        return self.validate(extra_validators)


class CSRFProtectMiddleware:
    def __init__(self, app, **kwargs):
        self.app = app


def csrf_protect(function):
    return function
