"""Where does `django_rq` define its decorator?"""

from django_rq import job
