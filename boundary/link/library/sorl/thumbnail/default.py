"""Where are thumbnails kept in mind?"""

from sorl.thumbnail.kvstore import KVStore

kvstore = KVStore()
