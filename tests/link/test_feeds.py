"""Feeds and sitemaps: Django asks them for their items, and for what they say of each."""

from __future__ import annotations

from tests.link.linking import assert_enters, assert_touches

FEED = """
# file: shop/feeds.py
from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from shop.models import Customer, Log, Order
class Orders(Feed):
    def get_object(self, request, pk):
        return Customer.objects.get(pk=pk)  #= read shop_customer
    def title(self, obj):
        return obj.orders.count()  #= read shop_order
    def items(self, obj):
        return obj.orders.order_by("-total")[:10]
    def item_title(self, item):
        return item.customer.name  #= read shop_customer
    def item_pubdate(self, item):
        return item.lines.first()  #= read shop_line
    def item_link(self, item):
        Log.objects.create()  #= insert shop_log
class Map(Sitemap):
    def items(self):
        return Order.objects.all()
    def lastmod(self, item):
        return item.lines.first()  #= read shop_line
    def location(self, item):
        return item.customer.name  #= read shop_customer
"""


def test_what_a_feed_says_of_its_items() -> None:
    assert_touches(FEED)


def test_feeds_and_sitemaps_begin() -> None:
    assert_enters(FEED, "route shop.feeds.Orders.__call__", "route shop.feeds.Map.get_urls")


def test_the_sitemap_of_flat_pages_reads_them() -> None:
    assert_touches("""
from django.contrib.flatpages.models import FlatPage
from django.contrib.flatpages.sitemaps import FlatPageSitemap
def index():
    for made in {"pages": FlatPageSitemap}.values():
        made().get_urls()  #= read django_flatpage, read django_flatpage_sites, read django_site
# file: shop/settings.py
SECRET_KEY = ""
INSTALLED_APPS = ["shop", "django.contrib.sites", "django.contrib.flatpages"]
""")
