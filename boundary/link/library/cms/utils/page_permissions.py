"""What is looked up where somebody wants to do something with a page?"""


def user_can_add_page(user, site=None):
    user.has_perm(__unknown__)
    return __unknown__


def user_can_add_subpage(user, target, site=None):
    return target.has_add_permission(user)


def user_can_change_page(user, page, site=None):
    return page.has_change_permission(user)


def user_can_delete_page(user, page, site=None):
    return page.has_delete_permission(user)


def user_can_publish_page(user, page, site=None):
    return page.has_publish_permission(user)


def user_can_view_page(user, page, site=None):
    return page.has_view_permission(user)
