"""What does posting a comment write?"""

import django_comments
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import render
from django_comments import signals


def post_comment(request: HttpRequest, next=None, using=None):
    form = django_comments.get_form()(__unknown__, data=request.POST)
    if __unknown__:
        return render(request, "comments/preview.html", {"form": form, "next": next})
    comment = form.get_comment_object(site_id=get_current_site(request).id)
    comment.user = request.user
    signals.comment_will_be_posted.send(sender=comment.__class__, comment=comment, request=request)
    comment.save()
    signals.comment_was_posted.send(sender=comment.__class__, comment=comment, request=request)
    return HttpResponseRedirect(__unknown__)
