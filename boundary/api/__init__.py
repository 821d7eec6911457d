"""How do the stages work together?  Read, link, split, report: the only place that wires them.

How one folder is analysed is in `analyst`, how its facts become one graph in `linked`; how a check goes about it is in
`review`, which is given the analysis as an argument. What users ask of these is in `analysing`, `judging`, `dividing`
and `showing`, and found here.

The command line and notebooks call these functions. The stages are imported where they are needed, so that importing
this module loads none of the heavy libraries.
"""

from boundary.api.analysing import compare, load, scan
from boundary.api.dividing import (
    against,
    chosen,
    crossing,
    declaring,
    init,
    operations,
    questions,
    split,
    verdict,
    whatif,
)
from boundary.api.judging import baseline, baseline_history, judge, render_judgement, rule_page, write_baseline
from boundary.api.showing import (
    document,
    draw,
    emit,
    explain,
    graph,
    picture,
    render,
    render_html,
    render_operations,
    render_splits,
    render_whatif,
    schema,
    summary,
)

__all__ = [
    "against",
    "baseline",
    "baseline_history",
    "chosen",
    "compare",
    "crossing",
    "declaring",
    "document",
    "draw",
    "emit",
    "explain",
    "graph",
    "init",
    "judge",
    "load",
    "operations",
    "picture",
    "questions",
    "render",
    "render_html",
    "render_judgement",
    "render_operations",
    "render_splits",
    "render_whatif",
    "rule_page",
    "scan",
    "schema",
    "split",
    "summary",
    "verdict",
    "whatif",
    "write_baseline",
]
