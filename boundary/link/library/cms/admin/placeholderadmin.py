"""What do the admin's pages of models with placeholders do?"""


class FrontendEditableAdminMixin:
    frontend_editable_fields = []


class PlaceholderAdminMixin:
    pass


class PlaceholderAdmin(PlaceholderAdminMixin):
    pass
