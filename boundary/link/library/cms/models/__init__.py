"""Which models does django CMS have?"""

from django.contrib.auth.models import User

from cms.models.fields import PageField, PlaceholderField
from cms.models.pagemodel import Page, PageType, TreeNode
from cms.models.permissionmodels import GlobalPagePermission, PagePermission, PageUser, PageUserGroup
from cms.models.placeholdermodel import Placeholder
from cms.models.pluginmodel import CMSPlugin
from cms.models.settingmodels import UserSettings
from cms.models.static_placeholder import StaticPlaceholder
from cms.models.titlemodels import EmptyTitle, Title
