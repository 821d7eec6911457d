"""What does a query in chunks go through?"""

from edx_django_utils.db.queryset_utils import chunked_queryset
