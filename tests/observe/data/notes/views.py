from django.db import transaction
from django.http import HttpResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import DeleteView
from rest_framework.decorators import api_view
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from notes.models import Note


class Around:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)


@method_decorator(transaction.atomic, name="dispatch")  # decorator Create.dispatch: notes_note
class Create(View):
    def post(self, request):
        Note.objects.create(text="view")
        return HttpResponse()


class Save(View):
    @method_decorator(transaction.atomic)  # decorator Save.post: notes_note
    def post(self, request):
        Note.objects.create(text="view")
        return HttpResponse()


class Delete(DeleteView):  # view Delete.dispatch: notes_comment notes_note notes_note_tags
    queryset = Note.objects.all()
    success_url = "/"


def whole_request(request):  # request whole_request: notes_note
    Note.objects.using("atomic").create(text="request")
    return HttpResponse()


@api_view(["POST"])  # request of_an_api: notes_note
def of_an_api(request):
    Note.objects.using("atomic").create(text="request")
    return Response()


class Notes(GenericViewSet):  # request Notes.dispatch: notes_note
    def create(self, request):
        Note.objects.using("atomic").create(text="request")
        return Response()

    def list(self, request):
        return Response(Note.objects.using("atomic").count())


urlpatterns = [
    path("of_an_api", of_an_api),
    path("notes", Notes.as_view({"get": "list", "post": "create"})),
    path("create", Create.as_view()),
    path("save", Save.as_view()),
    path("delete/<int:pk>", Delete.as_view()),
    path("request", whole_request),
]
