"""What are forms of Zope made of?  Fields are `../../../frameworks/zope/forms.py`, actions `zope/pages.py` there."""


class action:
    def __init__(self, label, actions=None, **options): ...

    def __call__(self, success):
        return success


class FormFields:
    def __init__(self, *args, **kwargs): ...

    def __iter__(self): ...


Fields = FormFields


def applyChanges(context, form_fields, data, adapters=None): ...


def applyData(context, form_fields, data, adapters=None, update=False): ...
