"""`from django.contrib.gis.db import models` gives what `django.db` gives, and the fields for geometries."""

from django.db import models
