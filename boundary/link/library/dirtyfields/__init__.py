"""What does a model that knows which of its fields have changed add?"""


class DirtyFieldsMixin:
    FIELDS_TO_CHECK = None

    def get_dirty_fields(self, check_relationship=False, check_m2m=None, verbose=False):
        return {**__unknown__}

    def is_dirty(self, check_relationship=False, check_m2m=None):
        return __unknown__

    def save_dirty_fields(self):
        self.save()
