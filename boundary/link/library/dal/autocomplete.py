"""Which views does `dal` offer? Its widgets touch nothing."""

from dal.views import ViewMixin
from dal_select2.views import Select2GroupQuerySetView, Select2ListView, Select2QuerySetView, Select2ViewMixin
