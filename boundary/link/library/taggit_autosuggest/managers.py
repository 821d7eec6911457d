"""What is a manager of tags whose field suggests them?  One of django-taggit."""

from taggit.managers import TaggableManager as BaseTaggableManager


class TaggableManager(BaseTaggableManager): ...
