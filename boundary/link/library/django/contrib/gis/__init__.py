"""GeoDjango: models with geometries in their rows."""
