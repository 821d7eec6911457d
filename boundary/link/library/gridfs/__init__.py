"""What does GridFS keep of a file?  Itself in one collection, its chunks in another.

The collections are named after what the files are kept under: `fs.files` and `fs.chunks`.
"""

from pymongo.database import Database


class GridFS:
    def __init__(self, database, collection="fs", *args, **kwargs):
        self._files = Database()[collection + ".files"]
        self._chunks = Database()[collection + ".chunks"]

    def put(self, *args, **kwargs):
        self._chunks.insert_many([])
        self._files.insert_one({})
        return __unknown__

    new_file = open_upload_stream = open_upload_stream_with_id = upload_from_stream = upload_from_stream_with_id = put

    def get(self, *args, **kwargs):
        self._files.find_one()
        self._chunks.find()
        return __unknown__

    get_version = get_last_version = open_download_stream = open_download_stream_by_name = get
    download_to_stream = download_to_stream_by_name = find_one = get

    def find(self, *args, **kwargs):
        return self._files.find()

    def exists(self, *args, **kwargs):
        return self._files.find_one()

    list = exists

    def delete(self, *args, **kwargs):
        self._files.delete_one({})
        self._chunks.delete_many({})

    def rename(self, *args, **kwargs):
        self._files.update_one({}, {})


class GridFSBucket(GridFS):
    def __init__(self, db, bucket_name="fs", *args, **kwargs):
        self._files = Database()[bucket_name + ".files"]
        self._chunks = Database()[bucket_name + ".chunks"]


AsyncGridFS = GridFS
AsyncGridFSBucket = GridFSBucket
