"""What is evaluated while Starlette or FastAPI renders a page?  A template on the dict that it is given.

templates.TemplateResponse(request, "order.html", {"order": order})
templates.TemplateResponse("order.html", {"request": request, "order": order})
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.evaluator.pages import choices_in
from boundary.link.frameworks.django.templates import rendered_page

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def rendered(call: NativeCall) -> Value:
    """`TemplateResponse(request, name, context)`, `TemplateResponse(name, context)`."""
    behind = 0 if strings(call.arguments.get(0, "name") or BOTTOM) else 1
    name = call.arguments.get(behind, "name") or UNKNOWN
    context = call.arguments.get(behind + 1, "context") or UNKNOWN
    rendered_page(call.evaluator, choices_in(name), context, None, call.line)
    return call.atoms.external("starlette.responses.Response()")


NATIVES: Final[dict[str, Handler]] = {"starlette.templating.Jinja2Templates.TemplateResponse": rendered}
