"""What does a class of documents make of itself as a form?  One class for each call."""

from flask_mongoengine.wtf.models import ModelForm


def model_form(model, base_class=ModelForm, only=None, exclude=None, field_args=None, converter=None):
    class Made(base_class):
        model_class = model

    return Made
