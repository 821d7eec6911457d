"""What does a bar of progress go through?  What it was made of, member by member; it may be entered, too."""


class tqdm:
    def __init__(self, iterable=None, *args, **kwargs):
        self.iterable = iterable

    def __iter__(self):
        return iter(self.iterable)

    def __aiter__(self):
        return iter(self.iterable)

    def __len__(self):
        return __unknown__

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        return None

    def update(self, n=1):
        return None

    def close(self):
        return None

    def set_description(self, desc=None, refresh=True):
        return None

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        return None

    def refresh(self, *args, **kwargs):
        return None

    @classmethod
    def write(cls, s, *args, **kwargs):
        return None


def trange(*args, **kwargs):
    return range(*args)
