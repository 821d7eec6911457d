"""How many comparisons of a kind are exact, with the differences."""
# ruff: noqa: T201 - what commands print

from __future__ import annotations

SHOWN = 40


class Score:
    """How many of a kind are exact, with the differences."""

    def __init__(self) -> None:
        self.exact = 0
        self.wrong: list[str] = []
        self.refused = 0

    def hold(self, what: str, ours: object, theirs: object) -> None:
        """Count one comparison."""
        if ours == theirs:
            self.exact += 1
        else:
            self.wrong.append(f"{what}: ours {_said(ours)}, the server's {_said(theirs)}")

    def show(self, kind: str) -> None:
        """Print the score and the differences."""
        of = self.exact + len(self.wrong)
        print(f"{kind}: {self.exact} of {of} exact ({self.exact / of if of else 1:.4f}), {self.refused} refused")
        for line in self.wrong[:SHOWN]:
            print(f"   {line[:300]}")


def _said(value: object) -> object:
    return sorted(value, key=str) if isinstance(value, set) else value
