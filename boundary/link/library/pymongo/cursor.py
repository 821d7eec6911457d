"""What does a search in a collection give?  Documents, one after the other."""


class Cursor:
    def __enter__(self):
        return self

    def __exit__(self, *exc): ...

    def __iter__(self):
        return __unknown__

    def __aiter__(self):
        return self

    def __anext__(self):
        return __unknown__

    def __next__(self):
        return __unknown__

    def __getitem__(self, index):
        return __unknown__

    def __await__(self):
        return self

    def sort(self, *args, **kwargs):
        return self

    add_option = batch_size = clone = collation = comment = hint = limit = max = max_await_time_ms = max_time_ms = sort
    allow_disk_use = min = remove_option = rewind = skip = where = each = sort

    def to_list(self, length=None):
        return [__unknown__]

    def count(self, *args, **kwargs):
        return __unknown__

    def distinct(self, key):
        return [__unknown__]

    next = try_next = next_object = __next__

    def close(self): ...


AsyncCursor = CommandCursor = AsyncCommandCursor = Cursor
