"""What does a compiler have to know of a class that it cannot see?  Nothing where nothing is compiled.

The decorator is read by mypyc alone, which is no part of what runs: here it does nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr as mypyc_attr  # noqa: PLC0414 - others import it from here
else:

    def mypyc_attr(**_told):  # noqa: ANN003, ANN201 - the stub above says it
        """Leaves the class as it is."""
        return lambda kind: kind
