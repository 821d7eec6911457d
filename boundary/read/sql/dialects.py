"""In which dialect is this written?  A guess from the words that only one database knows."""

from __future__ import annotations

import re

_SAMPLE = 40_000
_ENOUGH = 3
_COUNTED = 3
_SIGNS: dict[str, tuple[tuple[str, int], ...]] = {
    "postgres": (
        (r"\$\$|\$\w+\$", 3),
        (r"\bplpgsql\b", 5),
        (r"::\s*\w+", 2),
        (r"\bSERIAL\b|\bBIGSERIAL\b", 2),
        (r"\bjsonb\b|\btimestamptz\b|\bbytea\b", 2),
        (r"\bFROM stdin\b", 4),
        (r"^\\\w+", 3),
        (r"\bOWNER TO\b", 3),
        (r"\bcharacter varying\b", 2),
        (r"\bRETURNING\b", 1),
        (r"\bpg_\w+", 2),
        (r"\bILIKE\b", 2),
        (r"\bnextval\s*\(", 2),
        (r"\bON CONFLICT\b", 1),
        (r"\bDISTINCT ON\b", 2),
        (r"\bSET search_path\b", 4),
        (r"\bCREATE EXTENSION\b", 4),
        (r"\bLANGUAGE\s+'?sql\b", 3),
        (r"\bWITHOUT TIME ZONE\b", 2),
        (r"\bALTER TABLE ONLY\b", 3),
    ),
    "mysql": (
        (r"`\w+`", 2),
        (r"\bENGINE\s*=", 4),
        (r"\bAUTO_INCREMENT\b", 4),
        (r"^\s*DELIMITER\s", 5),
        (r"/\*!\d+", 4),
        (r"\bON DUPLICATE KEY\b", 3),
        (r"\bUNSIGNED\b", 2),
        (r"\bLOCK TABLES\b", 3),
        (r"\bCHARSET\b", 2),
        (r"\bSQL SECURITY\b", 3),
        (r"\bREPLACE INTO\b", 1),
        (r"\bTINYINT\(", 2),
        (r"\bIFNULL\s*\(", 1),
        (r"^\s*USE \w+;", 1),
        (r"\bDEFINER\s*=", 3),
        (r"^source ", 2),
    ),
    "tsql": (
        (r"^\s*GO\s*;?\s*$", 4),
        (r"\[\w+\]\.\[\w+\]", 4),
        (r"\bNVARCHAR\b", 2),
        (r"@@\w+", 3),
        (r"\bDECLARE\s+@", 4),
        (r"\bSET NOCOUNT\b", 4),
        (r"\bSET (?:ANSI_NULLS|QUOTED_IDENTIFIER)\b", 4),
        (r"\bsp_executesql\b", 3),
        (r"\bBEGIN TRAN\b", 3),
        (r"\bIDENTITY\s*\(", 2),
        (r"\bdbo\.", 3),
        (r"\bWITH\s*\(NOLOCK\)", 3),
        (r"\bRAISERROR\b|\bPRINT\s+N?'", 2),
        (r"\[\w+\]\s+\[\w+\]", 3),
        (r"\bN'", 1),
        (r"\bCREATE PROC\b", 2),
        (r"\bEXEC(?:UTE)?\s+\[?(?:sp_|sys)", 2),
        (r"\bCLUSTERED\b", 2),
        (r"@\w+\s*=", 1),
    ),
    "oracle": (
        (r"\bVARCHAR2\b", 4),
        (r"\bNUMBER\s*\(", 2),
        (r"^\s*/\s*$", 3),
        (r"\bCREATE OR REPLACE PACKAGE\b", 5),
        (r"\bDBMS_\w+", 4),
        (r"\bSYSDATE\b", 2),
        (r"%TYPE\b|%ROWTYPE\b", 1),
        (r"\bFROM DUAL\b", 2),
        (r"^\s*(?:PROMPT|REM|REMARK|SPOOL|WHENEVER)\b", 3),
        (r"\bEXECUTE IMMEDIATE\b", 2),
        (r"\bNVL\s*\(", 1),
        (r"\bTABLESPACE\b", 1),
        (r"\bTO_DATE\s*\(", 1),
        (r"\bPLS_INTEGER\b|\bBULK COLLECT\b", 3),
        (r"^\s*SET (?:ECHO|FEEDBACK|DEFINE|SERVEROUTPUT)\b", 4),
        (r"\bv\$\w+", 2),
        (r"\butl_\w+\.", 2),
        (r"\bMINUS\b", 1),
        (r"\bEND \w+;\s*^/", 2),
    ),
    "sqlite": (
        (r"\bAUTOINCREMENT\b", 4),
        (r"\bPRAGMA\s+\w+", 3),
        (r"\bWITHOUT ROWID\b", 4),
        (r"\bsqlite_\w+", 4),
        (r"\bINSERT OR (?:REPLACE|IGNORE)\b", 3),
    ),
}


def _needed(sign: str) -> str:
    """The longest word that a text must hold, in lower case, for a sign without alternatives to be in it."""
    if "|" in sign:
        return ""
    plain = re.sub(r"\(\?:[^)]*\)\??|\[[^]]*\]|\\.", " ", sign)
    return max(re.findall(r"[A-Za-z_]+", plain), key=len, default="").lower()


_PATTERNS = {
    dialect: tuple((_needed(sign), re.compile(sign, re.IGNORECASE | re.MULTILINE), weight) for sign, weight in signs)
    for dialect, signs in _SIGNS.items()
}
"""The signs, each with a word that is looked for first: most texts hold few of them, and a search for one is fast."""
_FOLDERS = {  # the endings of files too
    "postgres": ("postgres", "psql", "pgsql", "pg_", "plpgsql"),
    "mysql": ("mysql", "mariadb"),
    "tsql": ("mssql", "sqlserver", "sql-server", "t-sql", "tsql"),
    "oracle": ("oracle", "plsql", "ora_", ".pks", ".pkb", ".pls", ".tps", ".tpb"),
    "sqlite": ("sqlite",),
}


def guess_dialect(text: str, path: str = "") -> str | None:
    """A sqlglot dialect name, or None where nothing tells.

    Args:
        text: a file's text; its first part decides.
        path: its path, whose folders often name the database.
    """
    sample = text[:_SAMPLE]
    folded = sample.lower()
    scores = {dialect: _score(sample, folded, dialect) for dialect in _PATTERNS}
    lower = path.lower()
    for dialect, words in _FOLDERS.items():
        scores[dialect] += 8 * any(word in lower for word in words)
    best = max(scores, key=lambda dialect: scores[dialect])
    return best if scores[best] >= _ENOUGH else None


def _score(sample: str, folded: str, dialect: str) -> int:
    """How much a text speaks for a dialect: each sign counts by its weight, a few times at most."""
    total = 0
    for needed, pattern, weight in _PATTERNS[dialect]:
        if needed not in folded:
            continue
        count = 0
        for _ in pattern.finditer(sample):
            count += 1
            if count == _COUNTED:
                break
        total += weight * count
    return total
