"""django-tagulous: fields of tags, each with a model of its own."""
