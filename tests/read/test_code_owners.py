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
        ("* @all", dict.fromkeys(FILES, "@all")),
        (
            "* @all\n/shop/ @shop @more # the team\n",
            {**dict.fromkeys(FILES[2:], "@all"), **dict.fromkeys(FILES[:2], "@shop @more")},
        ),
        ("* @all\n/shop/\n", dict.fromkeys(FILES[2:], "@all")),
        ("*.py @py\nmodels.py @models", {**dict.fromkeys(FILES[1:], "@py"), FILES[0]: "@models"}),
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
