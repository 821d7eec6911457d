"""Which methods of a page of Wagtail do requests come to?  Those that `RoutablePageMixin` has marked with a path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import decorator

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler

NEEDS: Final = ("wagtail",)
PAGES: Final = "wagtail.contrib.routable_page.models"
NATIVES: Final[dict[str, Handler]] = {f"{PAGES}.{name}": decorator("route") for name in ("route", "path", "re_path")}
