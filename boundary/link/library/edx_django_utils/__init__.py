"""Which names does `edx_django_utils` offer that go through what they are given?  See `db`."""
