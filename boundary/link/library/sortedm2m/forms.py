"""Which field of a form chooses the rows of such a relation?"""

from django import forms


class SortedMultipleChoiceField(forms.ModelMultipleChoiceField):
    pass
