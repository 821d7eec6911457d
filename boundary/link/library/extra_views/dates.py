"""Which objects does a calendar show?"""

from django.views.generic.dates import BaseMonthArchiveView, MultipleObjectTemplateResponseMixin


class BaseCalendarMonthView(BaseMonthArchiveView):
    pass


class CalendarMonthView(MultipleObjectTemplateResponseMixin, BaseCalendarMonthView):
    pass
