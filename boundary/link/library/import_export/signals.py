"""What is sent when rows were imported or exported?"""

from django.dispatch import Signal

post_export = Signal()
post_import = Signal()
