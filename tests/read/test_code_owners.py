"""Is a file owned by whom CODEOWNERS says?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.read.code_owners import code_owners

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("shop/orders/models.py", "shop/billing/api.py", "docs/conf.py", "manage.py")


@pytest.mark.parametrize(
    ("lines", "owned"),
    [
        ("* @all", {name: "@all" for name in FILES}),
        (
            "* @all\n/shop/ @shop @more # the team\n",
            {**{name: "@all" for name in FILES[2:]}, **{name: "@shop @more" for name in FILES[:2]}},
        ),
        ("* @all\n/shop/\n", {name: "@all" for name in FILES[2:]}),
        ("*.py @py\nmodels.py @models", {**{name: "@py" for name in FILES[1:]}, FILES[0]: "@models"}),
        ("# none\n\n[Section]\n^[Optional]\n!manage.py @no\nshop/billing @billing", {FILES[1]: "@billing"}),
        ("", {}),
    ],
)
@pytest.mark.parametrize("place", ["CODEOWNERS", ".github/CODEOWNERS"])
def test_code_owners(lines: str, owned: dict[str, str], place: str, tmp_path: Path) -> None:
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text(lines, encoding="utf-8")
    assert code_owners(tmp_path, FILES) == owned


def test_nobody_says(tmp_path: Path) -> None:
    assert code_owners(tmp_path, FILES) == {}


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "CODEOWNERS").write_bytes(b"\xff\x00 @x\n* @all\xff")
    assert set(code_owners(tmp_path, FILES)) == set(FILES)
