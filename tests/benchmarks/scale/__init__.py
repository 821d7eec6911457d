"""What does twice the code cost?  Monoliths of any size, planted or joined, and time and memory against their size.

`python -m tests.benchmarks.scale` plants one after another, each twice as large, and prints the curve.
"""
