"""What is done with each part, and with the whole?"""

from chunked_upload.models import ChunkedUpload
from django.shortcuts import get_object_or_404
from django.views.generic.base import View


class ChunkedUploadBaseView(View):
    model = ChunkedUpload
    user_field_name = "user"

    def get_queryset(self, request):
        queryset = self.model.objects.all()
        if request.user.is_authenticated:
            queryset = queryset.filter(**{self.user_field_name: request.user})
        return queryset

    def validate(self, request):
        pass

    def get_response_data(self, chunked_upload, request):
        return {}

    def pre_save(self, chunked_upload, request, new=False):
        pass

    def save(self, chunked_upload, request, new=False):
        chunked_upload.save()

    def post_save(self, chunked_upload, request, new=False):
        pass

    def _save(self, chunked_upload):
        self.pre_save(chunked_upload, self.request, new=__unknown__)
        self.save(chunked_upload, self.request, new=__unknown__)
        self.post_save(chunked_upload, self.request, new=__unknown__)

    def check_permissions(self, request):
        request.user.is_authenticated

    def post(self, request, *args, **kwargs):
        self.check_permissions(request)
        return self._post(request, *args, **kwargs)


class ChunkedUploadView(ChunkedUploadBaseView):
    def get_extra_attrs(self, request):
        return {}

    def create_chunked_upload(self, save=False, **attrs):
        return self.model(**attrs)

    def is_valid_chunked_upload(self, chunked_upload):
        pass

    def _post(self, request, *args, **kwargs):
        self.validate(request)
        if __unknown__:
            chunked_upload = get_object_or_404(self.get_queryset(request), upload_id=__unknown__)
            self.is_valid_chunked_upload(chunked_upload)
        else:
            chunked_upload = self.create_chunked_upload(save=False, user=request.user, **self.get_extra_attrs(request))
        chunked_upload.append_chunk(__unknown__, save=False)
        self._save(chunked_upload)
        return self.get_response_data(chunked_upload, request)


class ChunkedUploadCompleteView(ChunkedUploadBaseView):
    def on_completion(self, uploaded_file, request):
        pass

    def is_valid_chunked_upload(self, chunked_upload):
        pass

    def md5_check(self, chunked_upload, md5):
        pass

    def _post(self, request, *args, **kwargs):
        chunked_upload = get_object_or_404(self.get_queryset(request), upload_id=__unknown__)
        self.validate(request)
        self.is_valid_chunked_upload(chunked_upload)
        self.md5_check(chunked_upload, __unknown__)
        self._save(chunked_upload)
        self.on_completion(chunked_upload.get_uploaded_file(), request)
        return self.get_response_data(chunked_upload, request)
