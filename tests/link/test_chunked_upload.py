"""Files that come in parts, by django-chunked-upload: what each part and the whole write."""

from __future__ import annotations

from tests.link.linking import divide, linked


def test_parts_and_the_whole() -> None:
    scan = linked(
        divide("""
from chunked_upload.models import ChunkedUpload
from chunked_upload.views import ChunkedUploadCompleteView, ChunkedUploadView
from django.urls import path
class Part(ChunkedUploadView):
    def get_extra_attrs(self, request):
        Tag.objects.get(name="part")
        return {}
class Whole(ChunkedUploadCompleteView):
    def on_completion(self, uploaded_file, request):
        Log.objects.create()
urlpatterns = [path("part/", Part.as_view()), path("whole/", Whole.as_view())]
""")
    )
    reached = {
        one.name.rpartition(".")[2]: {
            f"{at.op} {at.table}" for at in one.reaches if at.table.startswith(("shop_", "chunked_"))
        }
        for one in scan.entry_points
    }
    assert reached == {
        "Part": {
            *("read shop_tag", "read chunked_upload_chunkedupload"),
            *("insert chunked_upload_chunkedupload", "update chunked_upload_chunkedupload"),
        },
        "Whole": {"insert shop_log", "read chunked_upload_chunkedupload", "update chunked_upload_chunkedupload"},
    }
