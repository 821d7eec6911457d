"""django-parler: models whose texts stand in a table of their own, a row for each language."""
