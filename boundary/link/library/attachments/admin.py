"""What does the admin of an object offer for its attachments?"""

from attachments.models import Attachment
from django.contrib.contenttypes.admin import GenericStackedInline


class AttachmentInlines(GenericStackedInline):
    model = Attachment
