"""What does Cornice call?  The views of services and resources, behind what checks their requests.

What its decorators do is in `../../frameworks/cornice_services.py`.
"""

import pyramid.request  # what views are given
from cornice.service import Service
