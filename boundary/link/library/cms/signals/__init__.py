"""What does django CMS tell others?"""

from django.dispatch import Signal

page_moved = Signal()
post_publish = Signal()
post_unpublish = Signal()
urls_need_reloading = Signal()
pre_obj_operation = Signal()
post_obj_operation = Signal()
pre_placeholder_operation = Signal()
post_placeholder_operation = Signal()
