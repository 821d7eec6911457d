"""What is a sitemap asked? Its items, page by page, and of each where it is and when it changed."""

from django.core import paginator


class Sitemap:
    __entry_points__ = {"get_urls": "route"}
    limit = 50000
    protocol = None
    i18n = False

    def items(self):
        return []

    def location(self, item):
        return item.get_absolute_url()

    def get_languages_for_item(self, item):
        return []

    @property
    def paginator(self):
        return paginator.Paginator(self.items(), self.limit)

    def get_urls(self, page=1, site=None, protocol=None):
        self.get_latest_lastmod()
        for item in self.paginator.page(page).object_list:
            self.location(item)
            self.__call_matching__("lastmod", item)
            self.__call_matching__("changefreq", item)
            self.__call_matching__("priority", item)

    def get_latest_lastmod(self):
        for item in self.items():
            self.__call_matching__("lastmod", item)


class GenericSitemap(Sitemap):
    def __init__(self, info_dict, priority=None, changefreq=None, protocol=None):
        self.queryset = info_dict["queryset"]
        self.date_field = info_dict.get("date_field")

    def items(self):
        return self.queryset.filter()
