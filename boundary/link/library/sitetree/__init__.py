"""django-sitetree: menus and breadcrumbs out of rows."""
