"""django-watson: rows of registered models are indexed for a search over all of them."""
