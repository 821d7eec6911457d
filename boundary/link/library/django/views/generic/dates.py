"""Which objects do the date archives list?"""

from django.http import Http404
from django.views.generic.base import View
from django.views.generic.detail import BaseDetailView, SingleObjectTemplateResponseMixin
from django.views.generic.list import MultipleObjectMixin, MultipleObjectTemplateResponseMixin


class YearMixin:
    year = None

    def get_year(self):
        return __unknown__


class MonthMixin:
    month = None

    def get_month(self):
        return __unknown__


class DayMixin:
    day = None

    def get_day(self):
        return __unknown__


class WeekMixin:
    week = None

    def get_week(self):
        return __unknown__


class DateMixin:
    date_field = None
    allow_future = False

    def get_date_field(self):
        return self.date_field

    def get_allow_future(self):
        return self.allow_future


class BaseDateListView(MultipleObjectMixin, DateMixin, View):
    allow_empty = False
    date_list_period = "year"

    def get(self, request, *args, **kwargs):
        self.date_list, self.object_list, extra_context = self.get_dated_items()
        context = self.get_context_data(object_list=self.object_list, date_list=self.date_list, **extra_context)
        return self.render_to_response(context)

    def get_dated_items(self):
        queryset = self.get_dated_queryset()
        return (self.get_date_list(queryset), queryset, {})

    def get_dated_queryset(self, **lookup):
        queryset = self.get_queryset().filter(**lookup)
        self.get_date_field()
        self.get_allow_future()
        if not self.get_allow_empty() and not queryset.exists():
            raise Http404
        return queryset

    def get_date_list_period(self):
        return self.date_list_period

    def get_date_list(self, queryset, date_type=None, ordering="ASC"):
        found = queryset.dates(self.get_date_field(), date_type or self.get_date_list_period(), ordering)
        return list(found)


class BaseArchiveIndexView(BaseDateListView):
    pass


class ArchiveIndexView(MultipleObjectTemplateResponseMixin, BaseArchiveIndexView):
    template_name_suffix = "_archive"


class BaseYearArchiveView(YearMixin, BaseDateListView):
    make_object_list = False

    def get_dated_items(self):
        self.get_year()
        self.get_make_object_list()
        return super().get_dated_items()

    def get_make_object_list(self):
        return self.make_object_list


class YearArchiveView(MultipleObjectTemplateResponseMixin, BaseYearArchiveView):
    template_name_suffix = "_archive_year"


class BaseMonthArchiveView(YearMixin, MonthMixin, BaseDateListView):
    def get_dated_items(self):
        self.get_year()
        self.get_month()
        return super().get_dated_items()


class MonthArchiveView(MultipleObjectTemplateResponseMixin, BaseMonthArchiveView):
    template_name_suffix = "_archive_month"


class BaseWeekArchiveView(YearMixin, WeekMixin, BaseDateListView):
    def get_dated_items(self):
        self.get_year()
        self.get_week()
        return super().get_dated_items()


class WeekArchiveView(MultipleObjectTemplateResponseMixin, BaseWeekArchiveView):
    template_name_suffix = "_archive_week"


class BaseDayArchiveView(YearMixin, MonthMixin, DayMixin, BaseDateListView):
    def get_dated_items(self):
        self.get_year()
        self.get_month()
        self.get_day()
        return super().get_dated_items()


class DayArchiveView(MultipleObjectTemplateResponseMixin, BaseDayArchiveView):
    template_name_suffix = "_archive_day"


class BaseTodayArchiveView(BaseDayArchiveView):
    pass


class TodayArchiveView(MultipleObjectTemplateResponseMixin, BaseTodayArchiveView):
    template_name_suffix = "_archive_day"


class BaseDateDetailView(YearMixin, MonthMixin, DayMixin, DateMixin, BaseDetailView):
    def get_object(self, queryset=None):
        if queryset is None:
            queryset = self.get_queryset()
        self.get_date_field()
        return super().get_object(queryset=queryset)


class DateDetailView(SingleObjectTemplateResponseMixin, BaseDateDetailView):
    template_name_suffix = "_detail"
