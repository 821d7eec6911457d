"""Which names does `django_cte` offer?"""

from django_cte.cte import CTE, CTEManager, CTEQuerySet, With, with_cte
