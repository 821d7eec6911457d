"""Which rows do querysets of pages stand for?  Those of the tree, narrowed."""

from treebeard.mp_tree import MP_NodeQuerySet


class SpecificQuerySetMixin:
    def specific(self, defer=False):
        return self.all()


class TreeQuerySet(MP_NodeQuerySet):
    def descendant_of(self, other, inclusive=False):
        return self.filter(path=__unknown__)

    not_descendant_of = descendant_of
    ancestor_of = descendant_of
    not_ancestor_of = descendant_of
    sibling_of = descendant_of
    not_sibling_of = descendant_of

    def child_of(self, other):
        return self.filter(path=__unknown__)

    not_child_of = child_of
    parent_of = child_of
    not_parent_of = child_of


class PageQuerySet(SpecificQuerySetMixin, TreeQuerySet):
    def live(self):
        return self.filter(live=True)

    def not_live(self):
        return self.filter(live=False)

    def in_menu(self):
        return self.filter(show_in_menus=True)

    not_in_menu = in_menu

    def page(self, other):
        return self.filter(id=other.id)

    def not_page(self, other):
        return self.exclude(id=other.id)

    def type(self, *types):
        return self.filter(content_type__model=__unknown__)

    not_type = type
    exact_type = type
    not_exact_type = type

    def public(self):
        return self.exclude(view_restrictions__pk=__unknown__)

    def not_public(self):
        return self.filter(view_restrictions__pk=__unknown__)

    private = not_public

    def in_site(self, site):
        return self.descendant_of(site.root_page)

    def translation_of(self, page, inclusive=False):
        return self.filter(translation_key=page.translation_key)

    def first_common_ancestor(self, include_self=False, strict=False):
        return self.first()

    def unpublish(self):
        for page in self.live():
            page.unpublish()

    def search(self, query, **kwargs):
        return self.filter()
