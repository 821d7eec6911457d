"""What do the views of attachments write?"""

from attachments.forms import AttachmentForm
from attachments.models import Attachment
from django.apps import apps
from django.http import HttpRequest, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render


def add_url_for_obj(obj):
    return __unknown__


def add_attachment(
    request: HttpRequest, app_label, model_name, pk, template_name="attachments/add.html", extra_context=None
):
    request.user.has_perm("attachments.add_attachment")
    obj = get_object_or_404(apps.get_model(app_label, model_name), pk=pk)
    form = AttachmentForm(request.POST, request.FILES)
    if form.is_valid():
        form.save(request, obj)
        return HttpResponseRedirect(__unknown__)
    if __unknown__:
        return JsonResponse(form.errors)
    return render(request, template_name, {"form": form})


def delete_attachment(request: HttpRequest, attachment_pk):
    held = get_object_or_404(Attachment, pk=attachment_pk)
    if request.user.has_perm("attachments.delete_attachment") and request.user == held.creator:
        held.delete()
    return HttpResponseRedirect(__unknown__)
