"""What does an extension of a page or of a title do?  It makes the page dirty, and is copied with it."""

from django.db import models

from cms.constants import PUBLISHER_STATE_DIRTY
from cms.models import Page, Title


class BaseExtension(models.Model):
    public_extension = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, editable=False, related_name="draft_extension"
    )

    class Meta:
        abstract = True

    def copy_relations(self, oldinstance, language):
        pass

    def copy(self, target, language):
        clone = self.__class__.objects.get(pk=self.pk)
        clone.extended_object = target
        clone.save(mark_page=False)
        clone.copy_relations(self, language)
        return clone

    def copy_to_public(self, public_object, language):
        public = self.__class__.objects.get(pk=self.pk)
        public.extended_object = public_object
        public.save(mark_page=False)
        public.copy_relations(self, language)
        return public


class PageExtension(BaseExtension):
    extended_object = models.OneToOneField(Page, on_delete=models.CASCADE, editable=False)

    class Meta:
        abstract = True

    def get_page(self):
        return self.extended_object

    def save(self, *args, mark_page=True, **kwargs):
        if mark_page:
            self.get_page().title_set.update(publisher_state=PUBLISHER_STATE_DIRTY)
        return super().save(*args, **kwargs)

    def delete(self, *args, mark_page=True, **kwargs):
        if mark_page:
            self.get_page().title_set.update(publisher_state=PUBLISHER_STATE_DIRTY)
        return super().delete(*args, **kwargs)


class TitleExtension(BaseExtension):
    extended_object = models.OneToOneField(Title, on_delete=models.CASCADE, editable=False)

    class Meta:
        abstract = True

    def get_page(self):
        return self.extended_object.page

    def save(self, *args, mark_page=True, **kwargs):
        if mark_page:
            Title.objects.filter(pk=self.extended_object.pk).update(publisher_state=PUBLISHER_STATE_DIRTY)
        return super().save(*args, **kwargs)

    def delete(self, *args, mark_page=True, **kwargs):
        if mark_page:
            Title.objects.filter(pk=self.extended_object.pk).update(publisher_state=PUBLISHER_STATE_DIRTY)
        return super().delete(*args, **kwargs)
