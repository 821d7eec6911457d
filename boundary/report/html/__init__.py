"""How does the report look in a browser?  One file that needs nothing else: no server, no network, no installation.

`page.html.jinja` has the order of what is shown, `data` what its script knows, `script/` the script itself, a file a
part; `style.css` serves light and dark screens, phones and paper. Without JavaScript what the other formats say is
there as well. A policy in the page forbids it to load or send anything.
"""

from boundary.report.html.page import render

__all__ = ["render"]
