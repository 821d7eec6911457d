"""Which names does `django_rq` offer? They are known to the linker by name."""
