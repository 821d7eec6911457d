"""Which files of SQL are tests?  Those that call pgTAP or declare functions for it, whatever they are called.

    SELECT plan(2);                                 CREATE FUNCTION test_orders() RETURNS SETOF text AS $$
    SELECT has_table('orders');                     BEGIN RETURN NEXT has_table('orders'); END
    SELECT * FROM finish();                         $$ LANGUAGE plpgsql;

What they create and write is gone after each test. A migration that only installs pgTAP is none of them.
"""

from __future__ import annotations

import re

# bounded by what PostgreSQL takes for a name: without, one long word takes quadratic time
_CALLS = re.compile(
    rb"\bselect\s+(?:\*\s+from\s+)?(?:finish|runtests)\s*\("
    rb"|\bfunction\s+[\w.\"]{0,140}test_\w{1,63}\"?\s*\(\s*\)\s*returns\s+setof\s+text\b",
    re.IGNORECASE,
)
_NAMED = (b"finish", b"runtests", b"test_")


def holds_tests(content: bytes) -> bool:
    """Whether a file of SQL holds tests of pgTAP."""
    lower = content.lower()
    return any(word in lower for word in _NAMED) and _CALLS.search(content) is not None
