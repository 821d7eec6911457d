"""What do forms of Zope change?  The object that they are about; actions are `../../../frameworks/zope_pages.py`."""


class action:
    def __init__(self, label, actions=None, **options): ...

    def __call__(self, success):
        return success


def applyChanges(context, form_fields, data, adapters=None):
    setattr(context, __unknown__, __unknown__)
    return __unknown__


def applyData(context, form_fields, data, adapters=None, update=False):
    setattr(context, __unknown__, __unknown__)
    return __unknown__
