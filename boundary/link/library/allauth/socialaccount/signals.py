"""Which signals do accounts of other sites send?"""

from django.dispatch import Signal

pre_social_login = Signal()
social_account_added = Signal()
social_account_updated = Signal()
social_account_removed = Signal()
