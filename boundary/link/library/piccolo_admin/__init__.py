"""Which tables does Piccolo's admin serve?"""

from piccolo_admin.endpoints import TableConfig, create_admin
