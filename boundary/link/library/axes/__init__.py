"""django-axes: failed logins are counted, and too many of them lock an account."""
