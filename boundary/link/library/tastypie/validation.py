"""Who checks the input of a resource?"""


class Validation:
    def __init__(self, **kwargs):
        pass

    def is_valid(self, bundle, request=None):
        return {}


class FormValidation(Validation):
    def __init__(self, *, form_class, **kwargs):
        self.form_class = form_class

    def form_args(self, bundle):
        return {"data": bundle.data, "instance": bundle.obj}

    def is_valid(self, bundle, request=None):
        form = self.form_class(**self.form_args(bundle))
        form.is_valid()
        return form.errors


class CleanedDataFormValidation(FormValidation):
    pass
