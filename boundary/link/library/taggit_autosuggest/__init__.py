"""Tags of django-taggit with a field that suggests them (django-taggit-autosuggest)."""
