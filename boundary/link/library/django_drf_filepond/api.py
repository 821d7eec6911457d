"""What becomes of an upload?  It is kept, given back, or deleted."""

from django_drf_filepond.models import StoredUpload, TemporaryUpload


def store_upload(upload_id, destination_file_path):
    temporary = TemporaryUpload.objects.get(upload_id=upload_id)
    stored = StoredUpload(upload_id=upload_id, uploaded=temporary.uploaded, uploaded_by=temporary.uploaded_by)
    stored.save()
    temporary.delete()
    return stored


def get_stored_upload(upload_id):
    return StoredUpload.objects.get(upload_id=upload_id)


def get_stored_upload_file_data(stored_upload):
    return __unknown__


def delete_stored_upload(upload_id, delete_file=False):
    get_stored_upload(upload_id).delete()
    return True
