"""Which menus are attached to pages?"""

from menus.base import Menu


class CMSAttachMenu(Menu):
    name = None
