"""Which names does `extra_views` offer?"""

from extra_views.advanced import (
    CreateWithInlinesView,
    FormSetSuccessMessageMixin,
    InlineFormSetFactory,
    NamedFormsetsMixin,
    SuccessMessageMixin,
    UpdateWithInlinesView,
)
from extra_views.contrib.mixins import SearchableListMixin, SortableListMixin
from extra_views.dates import CalendarMonthView
from extra_views.formsets import FormSetView, InlineFormSetView, ModelFormSetView
