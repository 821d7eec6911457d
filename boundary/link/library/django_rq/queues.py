"""Where does `django_rq` define what enqueues?"""

from django_rq import enqueue, get_queue, get_scheduler
