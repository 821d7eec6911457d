"""How long does it take, and how long do others?  `python -m tests.benchmarks.speed CHECKOUT` prints one table."""
