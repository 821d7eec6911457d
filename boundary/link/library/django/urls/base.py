from django.urls import resolve, reverse, reverse_lazy
