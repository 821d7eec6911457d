"""What does the form of a comment make?"""

from django import forms
from django.contrib.contenttypes.models import ContentType
from django_comments import get_model


class CommentSecurityForm(forms.Form):
    def __init__(self, target_object, data=None, initial=None, **kwargs):
        self.target_object = target_object
        super().__init__(data=data, initial={}, **kwargs)

    def security_errors(self):
        return __unknown__


class CommentDetailsForm(CommentSecurityForm):
    name = forms.CharField(max_length=50)
    email = forms.EmailField()
    url = forms.URLField(required=False)
    comment = forms.CharField(widget=forms.Textarea)

    def get_comment_object(self, site_id=None):
        new = self.get_comment_model()(**self.get_comment_create_data(site_id=site_id))
        return self.check_for_duplicate_comment(new)

    def get_comment_model(self):
        return get_model()

    def get_comment_create_data(self, site_id=None):
        return dict(content_type=ContentType.objects.get_for_model(self.target_object), site_id=site_id)

    def check_for_duplicate_comment(self, new):
        for old in self.get_comment_model()._default_manager.filter(object_pk=new.object_pk):
            if __unknown__:
                return old
        return new

    def clean_comment(self):
        return self.cleaned_data["comment"]


class CommentForm(CommentDetailsForm):
    honeypot = forms.CharField(required=False)
