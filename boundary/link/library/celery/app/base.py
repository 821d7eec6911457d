"""Where does `celery` define its application?"""

from celery import Celery
