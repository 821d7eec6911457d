"""How is boundary started where its command is not on the path?  `python -m boundary`."""

import os
import sys

# `python -m` looks for modules in the folder that it is started in, and that may be the code under analysis
if not sys.flags.safe_path and sys.path[:1] == [os.getcwd()] and not os.path.isdir("boundary"):  # noqa: PTH109, PTH112 - pathlib is not loaded yet, and could be theirs
    del sys.path[0]

from boundary.cli.start import run

run()
