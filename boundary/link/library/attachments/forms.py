"""What does uploading a file write?"""

from attachments.models import Attachment
from django import forms
from django.contrib.contenttypes.models import ContentType


class AttachmentForm(forms.ModelForm):
    class Meta:
        model = Attachment
        fields = ("attachment_file",)

    def save(self, request, obj, *args, **kwargs):
        self.instance.creator = request.user
        self.instance.content_type = ContentType.objects.get_for_model(obj)
        super().save(*args, **kwargs)
