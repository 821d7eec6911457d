"""Whose are the instructions that callgrind counted?"""

from __future__ import annotations

from tests.benchmarks.instructions.__main__ import changes, table
from tests.benchmarks.instructions.profile import Profile, Spent, read

COUNTED = """\
events: Ir
fn=(1) CPyDef_joining___join
12 30
cfn=(2) PyNumber_Or
calls=4 0
+1 500
cfn=(3) PyObject_Vectorcall
calls=1 0
+1 9000
cfn=(4) CPyDef_values___known
calls=2 0
+1 70
fn=(4)
7 20
fn=(5) CPyDef_values___known'2
7 3
fn=(2)
* 450
fn=(6) _PyEval_EvalFrameDefault
1 8000
cfn=(1)
calls=3 0
+1 600
totals: 8503
"""


def test_a_function_has_what_it_asks_of_the_interpreter_but_what_comes_back_into_python() -> None:
    profile = read(COUNTED.splitlines(keepends=True))
    assert profile.total == 30 + 20 + 3 + 450 + 8000
    assert profile.functions == {
        "CPyDef_joining___join": Spent(30 + 500, 3),
        "CPyDef_values___known": Spent(20 + 3, 2),
    }


def test_what_changed_most_comes_first() -> None:
    before = Profile(2_000_000_000, {"a": Spent(3_000_000, 1), "b": Spent(9_000_000, 5)})
    after = Profile(1_000_000_000, {"b": Spent(1_000_000, 4), "c": Spent(2_000_000, 7)})
    assert list(changes(before, after, 2)) == [
        "2.00 -> 1.00 thousand million instructions",
        "     -8.0 million, calls 5 -> 4 b",
        "     -3.0 million, calls 1 -> 0 a",
    ]
    assert list(table(after, 1))[-1] == " 0.20%       2.0          7 c"
