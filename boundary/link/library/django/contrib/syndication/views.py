"""What is a feed asked? Its object, then what it says of itself, then its items and what it says of each."""

from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpResponse
from django.template import loader


class Feed:
    __entry_points__ = {"__call__": "route"}
    title_template = None
    description_template = None

    def __call__(self, request, *args, **kwargs):
        obj = self.get_object(request, *args, **kwargs)
        self.get_feed(obj, request)
        return HttpResponse()

    def get_object(self, request, *args, **kwargs):
        return None

    def get_feed(self, obj, request):
        site = get_current_site(request)
        self.__call_matching__("title", obj)
        self.__call_matching__("link", obj)
        self.__call_matching__("description", obj)
        self.__call_matching__("subtitle", obj)
        self.__call_matching__("author_", obj)
        self.__call_matching__("categories", obj)
        self.__call_matching__("feed_", obj)
        for item in self.items(obj):
            context = self.get_context_data(item=item, site=site, obj=obj, request=request)
            if self.title_template:
                loader.get_template(self.title_template).render(context, request)
            else:
                self.item_title(item)
            if self.description_template:
                loader.get_template(self.description_template).render(context, request)
            else:
                self.item_description(item)
            self.__call_matching__("item_author_", item)
            self.__call_matching__("item_cat", item)
            self.__call_matching__("item_comments", item)
            self.__call_matching__("item_copyright", item)
            self.__call_matching__("item_enclosure", item)
            self.__call_matching__("item_guid", item)
            self.__call_matching__("item_pubdate", item)
            self.__call_matching__("item_updateddate", item)
            self.item_link(item)
            self.item_extra_kwargs(item)

    def items(self, obj):
        return []

    def item_title(self, item):
        return str(item)

    def item_description(self, item):
        return str(item)

    def item_link(self, item):
        return item.get_absolute_url()

    def feed_extra_kwargs(self, obj):
        return {}

    def item_extra_kwargs(self, item):
        return {}

    def get_context_data(self, **kwargs):
        return {"obj": kwargs.get("item"), "site": kwargs.get("site")}
