"""How does an answer show itself?  As text everywhere, as HTML and as a picture where a notebook takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boundary import api
from boundary.errors import NotDrawnError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from boundary.report.pictures import Format
    from boundary.report.pictures.picture import Picture

SHARPNESS, COLOURS = 96, 48
"""Of the bitmap in a notebook, which is only shown where SVG is not trusted."""

Bundle = dict[str, Any]
"""From a type of content to the content, as Jupyter takes it."""


class Shown:
    """An answer in words. Printed it is text; at the end of a cell it is HTML that is readable without JavaScript."""

    def __init__(self, render: Callable[[str], str]) -> None:
        self._render = render

    def __str__(self) -> str:
        return self._render("text").rstrip("\n")

    def __repr__(self) -> str:
        return str(self)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        del include, exclude
        return {"text/plain": str(self), "text/html": self.html}

    @property
    def html(self) -> str:
        """The same as a piece of HTML, with a style that reaches nothing else.

        Example:
            >>> m.summary.html.startswith("<div")
            True

        """
        return self._render("html")

    @property
    def markdown(self) -> str:
        """The same as Markdown, for a wiki or an issue.

        Example:
            >>> m.summary.markdown.splitlines()[0]
            '# boundary report'

        """
        return self._render("markdown")


class Drawing:
    """A picture. It shows itself as SVG, as PNG where SVG is not trusted, else as its title with what is in it.

    Example:
        >>> import boundary
        >>> drawing = boundary.analyze("samples/shop").picture("services.record_payment")
        >>> print(drawing)
        transaction services.record_payment: writes or locks ... tables, only reads ...
        >>> drawing.save("payment.svg")  # doctest: +SKIP

    """

    def __init__(self, picture: Picture) -> None:
        self.picture = picture

    def draw(self, format: Format = "svg") -> bytes:  # noqa: A002 - as elsewhere
        """The picture as svg, png, dot or mermaid. Raises `NotDrawnError` where nothing is installed that draws.

        Example:
            >>> m.picture().draw("mermaid").decode().splitlines()[0]
            '%% shop: the contexts of strict'

        """
        return api.draw(self.picture, format)

    def save(self, file: str | Path) -> None:
        """Write it into a file, in the format of its ending. Raises `NotDrawnError`.

        Example:
            >>> m.picture().save("map.svg")  # doctest: +SKIP

        """
        from pathlib import Path  # noqa: PLC0415 - as lazily as the rest

        from boundary.report.atomic import replace  # noqa: PLC0415 - the same

        endings: dict[str, Format] = {".png": "png", ".gv": "dot", ".dot": "dot", ".mmd": "mermaid"}
        target = Path(file)
        replace(target, self.draw(endings.get(target.suffix.lower(), "svg")))

    def __str__(self) -> str:
        from boundary.report.printable import printable  # noqa: PLC0415 - as lazily as the rest

        return printable(str(self.picture))

    def __repr__(self) -> str:
        return str(self)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        del include, exclude
        try:
            drawn = self.draw("svg").decode()
            small = _small(api.draw(self.picture, "png", sharpness=SHARPNESS))
            return {"text/plain": str(self), "image/svg+xml": drawn, "image/png": _base64(small)}
        except NotDrawnError as error:
            return {"text/plain": f"{self}\n(not drawn: {error})"}


class Chart:
    """The frontier as a chart: price by the share of the largest context. It shows itself as SVG."""

    def __init__(self, svg: str, words: str) -> None:
        self.svg, self._words = svg, words

    def __repr__(self) -> str:
        return self._words

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Bundle:
        del include, exclude
        return {"text/plain": repr(self), "image/svg+xml": self.svg}


def _small(png: bytes) -> bytes:
    """The bitmap with as few colours as it needs, where Pillow is there: notebooks are stored with what they show."""
    import io  # noqa: PLC0415 - as lazily as the rest

    try:
        from PIL import Image  # noqa: PLC0415 - comes with the extra
    except ImportError:
        return png
    small = io.BytesIO()
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").quantize(COLOURS).save(small, "PNG", optimize=True)
    return min(small.getvalue(), png, key=len)


def _base64(drawn: bytes) -> str:
    import base64  # noqa: PLC0415 - as lazily as the rest

    return base64.b64encode(drawn).decode()
