"""Which names does `vanilla` offer?"""

from django.views.generic import View
from vanilla.model_views import CreateView, DeleteView, DetailView, GenericModelView, ListView, UpdateView
from vanilla.views import FormView, GenericView, TemplateView
