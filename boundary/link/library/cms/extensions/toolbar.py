"""What does the toolbar of an extension look up?"""

from cms.models import Page
from cms.toolbar_base import CMSToolbar


class ExtensionToolbar(CMSToolbar):
    model = None
    page = None

    def _setup_extension_toolbar(self):
        self.page = self._get_page()
        self.page.has_change_permission(self.request.user)
        return __unknown__

    def _get_page(self):
        return Page.objects.get(pk=__unknown__)

    def get_page_extension_admin(self):
        return self.model.objects.get(extended_object=self.page), __unknown__

    def get_title_extension_admin(self, language=None):
        return [(self.model.objects.get(extended_object=title), __unknown__) for title in self.page.title_set.all()]
