"""What hangs on a page or on one of its titles?  A row of the project's, which follows the page when it is published."""

from cms.extensions.admin import PageExtensionAdmin, TitleExtensionAdmin
from cms.extensions.extension_pool import extension_pool
from cms.extensions.models import PageExtension, TitleExtension
