"""Which comments speak to a check, of which line, and what is wrong with them?"""

from __future__ import annotations

import pytest

from boundary.read.ignores import ignores_in


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("a.py", 'x()  # boundary: ignore[BND202] reason="r"\n', [(1, ("BND202",), "r", None)]),
        (
            "a.py",
            "x()  # boundary: ignore[BND201, BND202] reason='r' until=2027-03-01\n",
            [(1, ("BND201", "BND202"), "r", "2027-03-01")],
        ),
        ("a.py", '# boundary: ignore[BND202] reason="r"\n# more\n\nx()\n', [(3, ("BND202",), "r", None)]),
        ("a.py", '# boundary: ignore[BND202] reason="r"\nx()\n', [(2, ("BND202",), "r", None)]),
        ("a.py", "x = '# boundary: ignore[BND202] reason=\"r\"'\n", []),
        ("a.sql", 'UPDATE x; -- boundary: ignore[BND202] reason="r"\n', [(1, ("BND202",), "r", None)]),
        ("a.sql", '-- boundary: ignore[BND202] reason="r"\nUPDATE x;\n', [(2, ("BND202",), "r", None)]),
        ("a.py", 'def broken(:\n    x()  # boundary: ignore[BND202] reason="r"\n', [(2, ("BND202",), "r", None)]),
        ("a.py", "nothing()\n", []),
    ],
)
def test_lines(file: str, text: str, expected: list[object]) -> None:
    found = ignores_in([(file, text.encode())])
    assert [(one.line, one.rules, one.reason, one.until) for one in found] == expected
    assert all(one.fault is None for one in found)


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore", "names no rule"),
        ("ignore[]", "names no rule"),
        ('ignore[BND2] reason="r"', "'BND2' is not the id of a rule"),
        ("ignore[BND202]", "no reason"),
        ('ignore[BND202] reason=""', "no reason"),
        ('ignore[BND202] reason="r" until=soon', "is not a day"),
        ('ignore[BND202] reason="r" until=2027-02-30', "is not a day"),
    ],
)
def test_faults(comment: str, words: str) -> None:
    (found,) = ignores_in([("a.py", f"x()  # boundary: {comment}\n".encode())])
    assert words in (found.fault or "")
