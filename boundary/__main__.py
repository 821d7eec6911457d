"""How is boundary started where its command is not on the path?  `python -m boundary`."""

from boundary.cli.main import run

run()
