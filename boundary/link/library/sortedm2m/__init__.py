"""Many-to-many relations of django-sortedm2m, whose pairs are kept in order."""
