"""Which menus are there?"""


class MenuPool:
    def register_menu(self, menu_cls):
        return menu_cls

    def register_modifier(self, modifier_class):
        return modifier_class

    def clear(self, site_id=None, language=None, all=False):
        pass


menu_pool = MenuPool()
