"""What is a link on a page?"""

from cms.models import CMSPlugin


class AbstractLink(CMSPlugin):
    class Meta:
        abstract = True


class Link(AbstractLink):
    class Meta:
        abstract = False
        app_label = "djangocms_link"
