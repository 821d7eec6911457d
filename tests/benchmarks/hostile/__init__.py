"""How much does it take to hurt the tool?  Mutated files by the hundred thousand, and runs killed at random moments.

`python -m tests.benchmarks.hostile.fuzz FOLDER` and `python -m tests.benchmarks.hostile.kills FOLDER` print counts, and
end with 1 where anything was lost. The ordinary suite runs a few of each.
"""
