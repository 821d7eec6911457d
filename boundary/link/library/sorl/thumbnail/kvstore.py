"""What does the store do to its table?"""

from sorl.thumbnail.models import KVStore as KVStoreModel


class KVStore:
    def get(self, image_file):
        return KVStoreModel.objects.get(key=__unknown__).value

    def set(self, image_file, source=None):
        KVStoreModel.objects.update_or_create(key=__unknown__, defaults={"value": __unknown__})

    def get_or_set(self, image_file):
        self.get(image_file)
        self.set(image_file)
        return image_file

    def delete(self, image_file, delete_thumbnails=True):
        self.get(image_file)
        KVStoreModel.objects.filter(key__in=__unknown__).delete()

    def delete_thumbnails(self, image_file):
        self.delete(image_file)

    def cleanup(self):
        self.delete(__unknown__)

    def clear(self, delete_thumbnails=False):
        KVStoreModel.objects.filter(key__startswith=__unknown__).delete()
