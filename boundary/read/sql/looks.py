"""Could this string be SQL?  A cheap and strict test, so that only SQL is read as SQL.

English starts with the same verbs ("Select a product from the list", "Update your profile"), so a verb is not enough:
it has to be followed by what SQL puts there, in a spelling that SQL is written in.
"""

from __future__ import annotations

import re
from functools import cache

_NAME = r"(?:[\"`\[]?[\w$#@\x00{}%]+[\"`\]]?|%\(\w+\)s)"
_TABLE = rf"{_NAME}(?:\s*\.\s*{_NAME}){{0,3}}"
_ARTICLES = (
    r"(?:an?\s+(?!where|using|set|join|left|inner|order|group|limit|cross|as\b)[a-z]{3,}"
    r"|the|this|that|these|those|your|our|my|their|its|his|her|all|any|each|every|one|which|what|it|them)\b"
)
_START = re.compile(r"(?:\s+|--[^\n]*\n|/\*.*?\*/|\(|;)*", re.DOTALL)
_VERB = re.compile(r"([A-Za-z]+)\b")

_SELECT = (
    rf"select\b(?:\s+(?:distinct|all|top)\b)?(?:"
    rf"\s*\*|\s*\(|\s*[-+\d'\"`\[@\x00%{{:?$]|\s+(?:case|exists|null|not|count|cast|coalesce|sum|max|min)\b\W"
    rf"|\s+[\w.$]+\s*(?:\(|\.\s*\*|,|=|::|\|\|)"
    rf"|\s+{_TABLE}(?:\s+(?:as\s+)?{_NAME})?\s+(?:from|into)\s+(?!{_ARTICLES})(?:only\s+|lateral\s+)?[\w\"`\[(\x00{{%@#:?$]"
    rf"|\s+{_TABLE}\s+as\s+{_NAME}\s*,|\s+\w+\.\w+\s+\w+\s*,"
    rf"|\s+[\w.]+\s*;?\s*\Z)"
)
_OPTIONS = r"(?:or\s+replace|or\s+alter|global|local|temp|temporary|unlogged|unique|materialized|constraint|clustered"
_OPTIONS += r"|nonclustered|recursive|virtual)\s+"
_THINGS = (
    r"(?:table|view|index|function|procedure|trigger|sequence|schema|database|type|extension|domain|rule|role|user"
)
_THINGS += r"|policy|aggregate|package|materialized\s+view)\s+"
_THINGS += r"(?:if\s+(?:not\s+)?exists\s+|concurrently\s+|only\s+)*[\w\"`\[\x00{%#]"
_AFTER_INTO = r"(?:\(|as\b|values?\b|select\b|with\b|set\b|default\b|exec|output\b|table\b|\x00|%|\{|partition\b"
_AFTER_INTO += r"|overriding\b|returning\b)"
_AFTER_DELETE = r"(?:;|\Z|where\b|using\b|as\b|returning\b|limit\b|order\b|\x00|%|\{|\w+\s+(?:where|using)\b"
_AFTER_DELETE += r"|(?:inner|left|join)\b|output\b|with\b)"
_SHAPES: dict[str, str] = {
    "with": rf"with\s+(?:recursive\s+)?{_NAME}\s*(?:\([^)]*\)\s*)?as\s+(?:not\s+)?(?:materialized\s*)?\(",
    "insert": r"insert\s+(?:or\s+\w+\s+|ignore\s+|low_priority\s+|delayed\s+|overwrite\s+)?into\s+"
    rf"(?!{_ARTICLES}\s+\w)(?:table\s+)?{_TABLE}\s*{_AFTER_INTO}|insert\s+(?:all|first)\s+(?:into|when)\b",
    "update": r"update\s+(?:only\s+|ignore\s+|low_priority\s+|or\s+\w+\s+|top\s*\(.*?\)\s*)?"
    rf"(?!{_ARTICLES}\s+\w+\s+\w+\s)(?:{_TABLE})[^;]{{0,400}}?"
    rf"\bset\s+(?:\(|{_TABLE}\s*(?:=|\+=|-=|\()|\x00|%|\{{)",
    "delete": rf"delete\s+from\s+(?:only\s+)?(?!{_ARTICLES}){_TABLE}\s*{_AFTER_DELETE}"
    rf"|delete\s+{_TABLE}(?:\s*,\s*{_TABLE})*\s+from\s+(?!{_ARTICLES}){_TABLE}\s"
    rf"|delete\s+{_TABLE}\s+where\s+\S+\s*(?:=|in\b|<|>)",
    "merge": rf"merge\s+(?:into\s+|top\b.*?)?(?!{_ARTICLES}){_TABLE}[^;]{{0,200}}?\busing\b",
    "replace": r"replace\s+(?:low_priority\s+|delayed\s+)?into\s+"
    rf"(?!{_ARTICLES}){_TABLE}\s*(?:\(|values?\b|select\b|set\b)",
    "truncate": rf"truncate\s+table\s+(?:only\s+)?(?!{_ARTICLES}){_TABLE}",
    "copy": rf"copy\s+(?:\(|{_TABLE}\s*(?:\([^)]*\)\s*)?(?:from|to)\s+(?:stdin|stdout|program|'|\x00|%|\$|\{{))",
    "lock": r"lock\s+tables?\s+\S",
    "create": rf"create\s+(?:{_OPTIONS})*{_THINGS}",
    "alter": rf"alter\s+{_THINGS}",
    "drop": rf"drop\s+(?:temporary\s+)?{_THINGS}",
    "explain": r"explain\s+(?:\(.*?\)\s*|analyze\s+|verbose\s+|query\s+plan\s+)*(?:select|insert|update|delete|with)\b",
    "call": rf"call\s+{_TABLE}\(",
    "set": r"set\s+(?:session\s+|local\s+|global\s+)?(?:transaction\b|characteristics\b|[\w.@]+\s*(?:=|to\b)\s*\S"
    r"|constraints\b|nocount\b|identity_insert\b)",
    "values": r"values\s*\(",
    "do": r"do\s+(?:language\s+\w+\s+)?\$\w*\$",
    "declare": r"declare\s+(?:@\w+|\w+\s+(?:\w+\s+)*cursor\b|\w+\s+[\w%.()]+\s*(?:;|:=))",
    "savepoint": r"savepoint\s+[\w\"\x00{%]+\s*;?\s*\Z",
    "refresh": r"refresh\s+materialized\s+view\b",
    "show": r"show\s+(?:tables|create|columns|index|variables|databases|processlist|status|grants|search_path)\b",
    "pragma": r"pragma\s+\w+",
    "grant": r"grant\s+[\w\s,()]+\bon\b",
    "revoke": r"revoke\s+[\w\s,()]+\bon\b",
    "comment": r"comment\s+on\s+(?:table|column|function|view|index|constraint)\b",
    "analyze": rf"analyze\s+(?:verbose\s+|table\s+)?{_TABLE}\s*;?\s*\Z",
    "vacuum": r"vacuum\b[\w\s(),.\"]*\Z",
}
_SHORTEST = len("BEGIN")
_CONTROL = (
    r"(?:begin|start|commit|rollback|end|abort|release)(?:\s+(?:transaction|tran|work|to|savepoint|immediate|exclusive"
    r"|deferred|prepared|isolation|read|and)\b[^\n]*)?\s*;?\s*(?:;.*)?\Z"
)
_EXECUTE = rf"exec(?:ute)?\s+(?:@\w+\s*=\s*)?{_TABLE}(?:\s+(?:@|'|\d|\x00|%|\?|:)|\s*\(|\s*;|\s*\Z)"
_STRUCTURE = re.compile(r"[*=;?]|\w\(|\bwhere\b|\bjoin\b|\bvalues\b")
_ENDS_AS_ENGLISH = re.compile(r"[a-z][.!…:]\s*\Z")


def looks_like_sql(text: str) -> bool:
    """Whether a string found in code is SQL rather than prose.

    Args:
        text: any string, `HOLE` standing for what is not known.

    Returns:
        True only if it starts with a verb of SQL and goes on as SQL does.
    """
    if len(text) < _SHORTEST:
        return False
    start = _START.match(text)
    begin = start.end() if start is not None else 0
    verb = _VERB.match(text, begin)
    if verb is None:
        return False
    word = verb.group(1)
    if word.islower() == word.isupper() and not _STRUCTURE.search(text):  # "Select", as English writes it
        return False
    lower = word.lower()
    if lower in {"set", "show", "values", "do"} and word.istitle():
        return False
    if lower == "select":
        return _is_select(text, begin, word)
    if lower in {"begin", "start", "commit", "rollback", "end", "abort", "release"}:
        return _is_control(text, begin, word)
    if lower in {"exec", "execute"}:
        return _begins(_EXECUTE, text, begin) is not None and (word.isupper() or "@" in text)
    shape = _SHAPES.get(lower)
    return shape is not None and _begins(shape, text, begin) is not None


def _begins(shape: str, text: str, begin: int) -> re.Match[str] | None:
    """What has a shape at a place; most programs use few of them, and compiling all takes longer than reading files."""
    return _compiled(shape).match(text, begin)


@cache
def _compiled(shape: str) -> re.Pattern[str]:
    return re.compile(shape, re.IGNORECASE | re.DOTALL)


def _is_select(text: str, begin: int, word: str) -> bool:
    found = _begins(_SELECT, text, begin)
    if found is None:
        return False
    if word.isupper():
        return not re.match(r"SELECT\s+\w+\s*;?\s*\Z", text[begin:]) or word == text[begin : begin + 6]
    if _ENDS_AS_ENGLISH.search(text) and not _STRUCTURE.search(text[begin + 6 :]):
        return False
    if re.match(r"\s+[\w.]+\s*;?\s*\Z", text[begin + 6 :]):
        return False
    if re.search(r"\bfrom\b", text, re.IGNORECASE):
        return True
    return (
        re.match(r"\s*(?:\d|[\w.]+\s*\(|['@*(]|(?:\x00|%s|%\(\w+\)s|\{\w*\})\s*(?:,|;|::|\Z))", text[begin + 6 :])
        is not None
    )


def _is_control(text: str, begin: int, word: str) -> bool:
    if _begins(_CONTROL, text, begin) is None:
        return False
    rest = text[begin + len(word) :].strip(" ;\n\t")
    if not rest:
        return word.isupper() or text.rstrip().endswith(";")
    return word.lower() != "end" or word.isupper()
