"""Files in folders, as django-filer keeps them: which tables know them?  Its models say."""
