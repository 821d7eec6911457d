"""Which rows may be chosen in a scope? Those that the field's queryset gives, as in any form."""

from django.forms.models import ModelChoiceField, ModelMultipleChoiceField


class SafeModelChoiceField(ModelChoiceField):
    pass


class SafeModelMultipleChoiceField(ModelMultipleChoiceField):
    pass
