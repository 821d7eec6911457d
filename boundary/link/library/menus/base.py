"""What is asked for the nodes of a menu?  The project's menus, whenever a page shows one, and what changes them."""


class Menu:
    __entry_points__ = {"get_nodes": "route"}

    def __init__(self, renderer):
        self.renderer = renderer

    def get_nodes(self, request):
        return []


class Modifier:
    __entry_points__ = {"modify": "route"}

    def __init__(self, renderer):
        self.renderer = renderer

    def modify(self, request, nodes, namespace, root_id, post_cut, breadcrumb):
        return nodes


class NavigationNode:
    def __init__(self, title, url, id, parent_id=None, parent_namespace=None, attr=None, visible=True):
        self.title = title
        self.url = url
        self.attr = attr or {}
