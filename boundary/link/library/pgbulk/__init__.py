"""What does django-pgbulk export?"""

from pgbulk.core import acopy, aupdate, aupsert, copy, update, upsert
