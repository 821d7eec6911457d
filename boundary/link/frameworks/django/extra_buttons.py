"""Which methods of the admin's pages does a decorator make pages?  Those that django-admin-extra-buttons marks.

    class OrderAdmin(ExtraButtonsMixin, admin.ModelAdmin):
        @button(change_form=True)
        def close(self, request, pk): ...

Each is a page of its own below those of its class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import NOWHERE, decorator

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler

NATIVES: Final[dict[str, Handler]] = {
    f"{package}.{module}.{name}": decorator("admin", at=NOWHERE)
    for package in ("admin_extra_buttons", "admin_extra_urls")
    for module in ("api", "decorators")
    for name in ("button", "view")
}
