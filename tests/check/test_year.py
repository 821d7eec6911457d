"""A team's year: adopt, add coupling, move code, pay back, cheat, break things."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.check.monolith import FILES, PLANTS, SERVICES, Plant

if TYPE_CHECKING:
    from tests.check.repository import Repository

Told = pytest.CaptureFixture[str]


def new_findings(repository: Repository, capsys: Told, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit code of a check, and what it tells as new."""
    capsys.readouterr()
    code = repository.run("check", "--format", "json", *arguments)
    found = json.loads(capsys.readouterr().out)["findings"]
    return code, [one for one in found if one["state"] == "new"]


# --- adopt ----------------------------------------------------------------------------------------------


def test_a_monolith_with_old_coupling_adopts_with_one_line(monolith: Repository, capsys: Told) -> None:
    assert monolith.run("check") == 1
    assert "legacy_invoice" in capsys.readouterr().out
    assert monolith.run("check", "--base", "auto") == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 new, ")


def test_a_base_without_the_configuration_is_judged_by_that_of_today(monolith: Repository, capsys: Told) -> None:
    monolith.write({"pyproject.toml": ""})
    monolith.commit("As it was before")
    monolith.branch("adopt")
    monolith.write({"pyproject.toml": FILES["pyproject.toml"]})
    assert new_findings(monolith, capsys, "--base", "main") == (0, [])


def test_contexts_for_a_part_of_the_code(monolith: Repository, capsys: Told) -> None:
    monolith.write(
        {
            "pyproject.toml": '[tool.boundary.contexts.billing]\nmodules = ["shop.billing.**"]\nowner = "@b"\n'
            '[tool.boundary.rules]\nBND401 = "off"\n'
        }
    )
    assert new_findings(monolith, capsys) == (0, [])


# --- add ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_each_kind_of_coupling_is_seen_by_its_rule(plant: Plant, monolith: Repository, capsys: Told) -> None:
    monolith.branch("feature")
    monolith.write(plant.planted_in(FILES))
    monolith.commit(plant.name)
    code, new = new_findings(monolith, capsys, "--base", "auto")
    assert code == 1
    assert plant.rules <= {one["rule"] for one in new if one["gates"]}


def test_the_whole_transaction_is_shown(monolith: Repository, capsys: Told) -> None:
    monolith.branch("feature")
    plant = next(each for each in PLANTS if each.name == "signal")
    monolith.write(plant.planted_in(FILES))
    capsys.readouterr()
    assert monolith.run("check", "--base", "main") == 1
    text = capsys.readouterr().out
    block = text[text.index("BND301") :].split("\n\n")[0]
    assert "orders -> billing" in block
    assert f"{SERVICES}:10  services.place()" in block
    for done in ("insert orders_order", "insert orders_line", "insert billing_invoice"):
        assert done in block
    assert "<- shop/billing/receivers.py:9 receivers.invoice_order (by signal)" in block
    assert "why: one commit writes tables of several contexts" in block
    assert "baseline" not in block


def test_what_runs_after_the_commit_is_no_shared_transaction(monolith: Repository, capsys: Told) -> None:
    monolith.branch("feature")
    later = "        transaction.on_commit(lambda: api.create_invoice(number, 0))\n"
    monolith.replace(SERVICES, "        order.save()\n", f"        order.save()\n{later}")
    assert new_findings(monolith, capsys, "--base", "main") == (0, [])


def test_a_second_write_in_the_same_function_is_growth(monolith: Repository, capsys: Told) -> None:
    monolith.branch("feature")
    line = "        Invoice.objects.create(number=order.number, total=order.total)\n"
    monolith.replace(SERVICES, line, line + line)
    code, new = new_findings(monolith, capsys, "--base", "main")
    assert code == 1
    assert [(one["rule"], one["more"]) for one in new] == [("BND202", 1)]


# --- move -----------------------------------------------------------------------------------------------


def test_moving_code_is_nothing_new(monolith: Repository, capsys: Told) -> None:
    monolith.branch("tidy")
    (monolith.folder / SERVICES).rename(monolith.folder / "shop/orders/workflow.py")
    text = monolith.read("shop/orders/workflow.py")
    monolith.write({"shop/orders/workflow.py": "# moved\n\n" + text})
    assert new_findings(monolith, capsys, "--base", "main") == (0, [])
    monolith.replace("shop/orders/workflow.py", "def legacy_invoice(", "def old_invoice(")
    monolith.commit("Move and rename")
    assert new_findings(monolith, capsys, "--base", "main")[0] == 1  # moved and called otherwise at once: not known


def test_renaming_a_function_is_nothing_new(monolith: Repository, capsys: Told) -> None:
    monolith.branch("tidy")
    monolith.replace(SERVICES, "def legacy_invoice(", "def invoice_as_before(")
    assert new_findings(monolith, capsys, "--base", "main") == (0, [])


def test_a_copy_is_new(monolith: Repository, capsys: Told) -> None:
    monolith.branch("copy")
    monolith.write({"shop/orders/copies.py": monolith.read(SERVICES)})
    code, new = new_findings(monolith, capsys, "--base", "main")
    assert code == 1
    assert "shop.orders.copies.legacy_invoice" in {one["symbol"] for one in new}


def test_the_baseline_survives_a_move(monolith: Repository, capsys: Told) -> None:
    assert monolith.run("baseline", "write") == 0
    (monolith.folder / SERVICES).rename(monolith.folder / "shop/orders/workflow.py")
    assert new_findings(monolith, capsys) == (0, [])
    assert monolith.run("baseline", "write") == 0


# --- pay back -------------------------------------------------------------------------------------------

FIXED = """\
def legacy_invoice(order):
    with transaction.atomic():
        Order.objects.filter(pk=order.pk).update(total=0)
    api.create_invoice(order.number, order.total)
"""


def fix(monolith: Repository) -> None:
    text = monolith.read(SERVICES)
    start, end = text.index("def legacy_invoice"), text.index("\n\ndef bill(")
    text = text[:start] + FIXED + text[end:]
    monolith.write({SERVICES: text.replace("from shop.billing.models import Invoice\n", "")})


def test_what_is_fixed_shrinks_and_reddens_nobody_else(monolith: Repository, capsys: Told) -> None:
    assert monolith.run("baseline", "write") == 0
    monolith.commit("Baseline")
    monolith.branch("other")
    monolith.write({"shop/orders/notes.py": "NOTE = 'nothing to do with it'\n"})
    monolith.commit("Something else")
    monolith.branch("fix")
    fix(monolith)
    code, new = new_findings(monolith, capsys, "--base", "main")
    assert code == 1
    assert {one["rule"] for one in new} == {"BND903"}  # the change that fixes it tidies the baseline up
    assert monolith.run("baseline", "prune") == 0
    assert new_findings(monolith, capsys, "--base", "main") == (0, [])
    monolith.commit("Fix")
    monolith.git("checkout", "--quiet", "main")
    monolith.git("merge", "--quiet", "fix")
    monolith.git("checkout", "--quiet", "other")
    assert new_findings(monolith, capsys, "--base", "main") == (0, [])
    monolith.git("merge", "--quiet", "--no-edit", "main")
    assert new_findings(monolith, capsys, "--base", "main") == (0, [])


@pytest.mark.slow
def test_a_stale_entry_left_by_somebody_else_fails_no_change(monolith: Repository, capsys: Told) -> None:
    assert monolith.run("baseline", "write") == 0
    fix(monolith)
    monolith.commit("Fixed, and the baseline forgotten")
    monolith.branch("other")
    monolith.write({"shop/orders/notes.py": "NOTE = 1\n"})
    assert new_findings(monolith, capsys, "--base", "main") == (0, [])
    code, new = new_findings(monolith, capsys)
    assert (code, {(one["rule"], one["severity"]) for one in new}) == (0, {("BND903", "warn")})


def test_good_news_is_told(monolith: Repository, capsys: Told) -> None:
    monolith.branch("fix")
    fix(monolith)
    monolith.commit("Fix")
    capsys.readouterr()
    assert monolith.run("check", "--base", "main") == 0
    assert "no longer there: " in capsys.readouterr().out
    assert monolith.run("diff", "--format", "concise") == 2  # it asks for a range
    from boundary.cli.main import outcome

    assert outcome(["diff", "main..fix", str(monolith.folder)]) == 0
    told = capsys.readouterr().out
    assert "BND301" in told
    assert outcome(["diff", "fix..main", str(monolith.folder)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].split(";")[0].endswith("0 fixed")


# --- cheat ----------------------------------------------------------------------------------------------


def sneak(monolith: Repository, capsys: Told, name: str = "ORM write") -> list[str]:
    """Plant something; the options that accept all that is new by it."""
    plant = next(each for each in PLANTS if each.name == name)
    monolith.write(plant.planted_in(FILES))
    _, new = new_findings(monolith, capsys)
    return [part for one in new for part in ("--accept", one["fingerprint"])]


@pytest.mark.slow
def test_a_coupling_and_its_entry_in_one_change_are_caught(monolith: Repository, capsys: Told) -> None:
    assert monolith.run("baseline", "write") == 0
    monolith.commit("Baseline")
    monolith.branch("sneak")
    accept = sneak(monolith, capsys)
    assert monolith.run("baseline", "write") == 1
    assert monolith.git("status", "--porcelain", ".boundary") == ""
    assert monolith.run("baseline", "write", *accept) == 2  # no reason
    assert monolith.run("baseline", "write", *accept[:2], "--reason", "we are late") == 1  # and not all of it
    assert monolith.run("baseline", "write", *accept, "--reason", "we are late") == 0
    assert new_findings(monolith, capsys)[0] == 0  # by the baseline alone it is known ...
    code, new = new_findings(monolith, capsys, "--base", "main")
    assert code == 1  # ... and against the base it is new, and says what was accepted
    assert {one["why"] for one in new} == {"we are late"}
    assert new_findings(monolith, capsys, "--base", "main", "--allow-accepted")[0] == 0
    monolith.commit("Sneak")
    monolith.git("checkout", "--quiet", "main")
    monolith.git("merge", "--quiet", "sneak")
    monolith.branch("later")
    assert new_findings(monolith, capsys, "--base", "main") == (0, [])


def test_a_removed_baseline_cannot_be_begun_anew(monolith: Repository, capsys: Told) -> None:
    assert monolith.run("baseline", "write") == 0
    monolith.commit("Baseline")
    sneak(monolith, capsys)
    for file in (monolith.folder / ".boundary/baseline").iterdir():
        file.unlink()
    (monolith.folder / ".boundary/baseline").rmdir()
    assert monolith.run("baseline", "write") == 1


def test_a_transaction_is_accepted_with_a_url_and_never_in_the_code(monolith: Repository, capsys: Told) -> None:
    assert monolith.run("baseline", "write") == 0
    monolith.commit("Baseline")
    accept = sneak(monolith, capsys, "shared transaction")
    assert monolith.run("baseline", "write", *accept, "--reason", "because") == 3
    url = "https://example.org/decisions/7"
    assert monolith.run("baseline", "write", *accept, "--reason", f"see {url}") == 0
    monolith.git("checkout", "--quiet", ".")
    comment = '  # boundary: ignore[BND301] reason="not now"'
    opens, first = "    with transaction.atomic():", "\n        Order.objects.filter"
    monolith.replace(SERVICES, opens + first, opens + comment + first)
    _, new = new_findings(monolith, capsys)
    assert {one["rule"] for one in new} == {"BND906"}


def test_an_ignore_needs_a_reason_a_use_and_a_day_to_come(monolith: Repository, capsys: Told) -> None:
    monolith.branch("ignore")
    line = "    Invoice.objects.filter(number=order.number).update(paid=True)"
    for comment, rules in {
        'ignore[BND201, BND202, BND402] reason="moves in May"': set(),
        'ignore[BND201, BND202, BND402] reason="moves in May" until=2999-05-01': set(),
        'ignore[BND201, BND202, BND402] reason="moves" until=2001-05-01': {"BND202", "BND905"},
        "ignore[BND201, BND202, BND402]": {"BND202", "BND906"},
        'ignore[BND202] reason="moves in May" until=soon': {"BND202", "BND906"},
    }.items():
        monolith.write({SERVICES: FILES[SERVICES] + f"\n\ndef pay(order):\n{line}  # boundary: {comment}\n"})
        code, new = new_findings(monolith, capsys, "--base", "main")
        assert (code, {one["rule"] for one in new} - {"BND201", "BND402"}) == (1 if rules else 0, rules)
    monolith.write({SERVICES: FILES[SERVICES] + '\n\nX = 1  # boundary: ignore[BND202] reason="gone"\n'})
    assert {one["rule"] for one in new_findings(monolith, capsys, "--base", "main")[1]} == {"BND904"}


# --- break ----------------------------------------------------------------------------------------------


def cannot_judge(monolith: Repository, capsys: Told, *arguments: str) -> str:
    """What a check says that exits 3."""
    capsys.readouterr()
    assert monolith.run(*(arguments or ("check",))) == 3
    return capsys.readouterr().err


def test_a_broken_configuration(monolith: Repository, capsys: Told) -> None:
    monolith.replace("pyproject.toml", "modules", "module")
    assert "did you mean modules?" in cannot_judge(monolith, capsys)
    monolith.write({"pyproject.toml": "[tool.boundary]\n"})
    assert "boundary init" in cannot_judge(monolith, capsys)
    monolith.write({"pyproject.toml": FILES["pyproject.toml"] + '[tool.boundary.rules]\nBND999 = "off"\n'})
    assert "no such rule" in cannot_judge(monolith, capsys)


def test_a_broken_baseline(monolith: Repository, capsys: Told) -> None:
    assert monolith.run("baseline", "write") == 0
    file = ".boundary/baseline/orders.jsonl"
    whole = monolith.read(file)
    monolith.write({file: "<<<<<<< HEAD\n" + whole})
    assert "orders.jsonl:1: a merge conflict" in cannot_judge(monolith, capsys)
    monolith.write({file: whole.replace("legacy_invoice", "another", 1)})
    assert "is not the fingerprint of what the line says" in cannot_judge(monolith, capsys)
    monolith.write({file: whole + whole})
    assert "twice" in cannot_judge(monolith, capsys)
    monolith.write({file: "{}\n"})
    assert "not an entry" in cannot_judge(monolith, capsys)


def test_a_baseline_is_written_from_a_complete_analysis_and_never_in_ci(
    monolith: Repository, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monolith.write({"shop/orders/broken.py": "def broken(:\n"})
    assert "complete analysis" in cannot_judge(monolith, capsys, "baseline", "write")
    monkeypatch.setenv("CI", "true")
    assert monolith.run("baseline", "write") == 2


def test_an_analysis_that_understood_too_little(monolith: Repository, capsys: Told) -> None:
    monolith.replace("pyproject.toml", "[tool.boundary]\n", "[tool.boundary]\nleast-calls-understood = 90\n")
    assert monolith.run("check", "--base", "main") == 0
    monolith.write({"shop/orders/odd.py": "".join(f"unknown_{number}()\n" for number in range(40))})
    assert "of calls understood, and least-calls-understood asks for 90 %" in cannot_judge(monolith, capsys)


def test_history_that_is_not_there(monolith: Repository, capsys: Told) -> None:
    assert "git fetch --no-tags origin +refs/heads/release" in cannot_judge(
        monolith, capsys, "check", "--base", "origin/release"
    )


def test_the_history_of_a_baseline(monolith: Repository, capsys: Told) -> None:
    assert monolith.run("baseline", "write") == 0
    monolith.commit("Begin the baseline")
    fix(monolith)
    assert monolith.run("baseline", "prune") == 0
    monolith.commit("Pay back")
    capsys.readouterr()
    assert monolith.run("baseline", "history") == 0
    newest, oldest = capsys.readouterr().out.splitlines()
    assert "Pay back" in newest
    assert "+0 -" in newest
    assert "Begin the baseline" in oldest
    assert monolith.run("baseline", "show") == 0
