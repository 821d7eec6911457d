"""What does the view of a flat page read?"""

from django.contrib.flatpages.models import FlatPage
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpResponse
from django.shortcuts import get_object_or_404


def flatpage(request, url):
    page = get_object_or_404(FlatPage, url=url, sites=get_current_site(request).id)
    return render_flatpage(request, page)


def render_flatpage(request, f):
    return HttpResponse()
