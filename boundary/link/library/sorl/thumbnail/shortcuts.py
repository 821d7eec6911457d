"""What do making and deleting a thumbnail write?"""

from sorl.thumbnail import default


def get_thumbnail(file_, geometry_string, **options):
    default.kvstore.get(file_)
    default.kvstore.set(file_)
    return __unknown__


def delete(file_, delete_file=True):
    default.kvstore.delete(file_)
