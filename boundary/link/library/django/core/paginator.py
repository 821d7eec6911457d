"""When does a paginator query? It counts the objects and cuts one page out of them."""

from django.utils.functional import cached_property


class UnorderedObjectListWarning(RuntimeWarning):
    pass


class InvalidPage(Exception):
    pass


class PageNotAnInteger(InvalidPage):
    pass


class EmptyPage(InvalidPage):
    pass


class BasePaginator:
    def __init__(self, object_list, per_page, orphans=0, allow_empty_first_page=True, error_messages=None):
        self.object_list = object_list
        self.per_page = per_page

    def validate_number(self, number):
        return number

    def get_elided_page_range(self, number=1, **options):
        return __unknown__

    def _get_page(self, *args, **kwargs):
        return Page(*args, **kwargs)


class Paginator(BasePaginator):
    def __iter__(self):
        for number in self.page_range:
            yield self.page(number)

    def get_page(self, number):
        return self.page(self.validate_number(number))

    def page(self, number):
        number = self.validate_number(number)
        self.count
        return self._get_page(self.object_list[0:10], number, self)

    @cached_property
    def count(self):
        return self.object_list.count()

    @cached_property
    def num_pages(self):
        return self.count

    @property
    def page_range(self):
        self.num_pages
        return __unknown__


class Page:
    def __init__(self, object_list, number, paginator):
        self.object_list = object_list
        self.number = number
        self.paginator = paginator

    def __len__(self):
        return len(self.object_list)

    def __getitem__(self, index):
        return self.object_list[index]

    def __iter__(self):
        return iter(self.object_list)

    def has_next(self):
        return __unknown__

    def has_previous(self):
        return __unknown__

    def has_other_pages(self):
        return __unknown__

    def next_page_number(self):
        return __unknown__

    def previous_page_number(self):
        return __unknown__

    def start_index(self):
        return __unknown__

    def end_index(self):
        return __unknown__
