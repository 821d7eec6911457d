from django.urls import include, path, re_path
