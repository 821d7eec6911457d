"""What is a form field of tags?"""

from django import forms


class TagWidget(forms.TextInput):
    pass


class TextareaTagWidget(forms.Textarea):
    pass


class TagField(forms.CharField):
    widget = TagWidget
