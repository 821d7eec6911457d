"""How is the faster build made?  By a hook of hatchling that compiles modules with mypyc and adds them to the wheel.

It reads the frameworks' skeletons and hashes the code, too, so that no run has to (`boundary.read.shipped`,
`boundary.read.code_digests`).

Asked for with `HATCH_BUILD_HOOKS_ENABLE=1`; without it the wheel is plain Python. `BOUNDARY_OPT_LEVEL` is how far
the C compiler optimises, 3 unless it is set.

All work is done in a folder of its own: what is compiled in the tree would be imported there instead of the source,
also by an editable install.
"""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from itertools import chain
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "boundary"
SKELETONS = "boundary/link/library"
"""Read like sources of the project at each first run, unless their facts are there."""
MADE = frozenset({".so", ".pyd", ".msgpack"})
FLAGS = ["--ignore-missing-imports", "--follow-imports=silent"]
"""For mypy within mypyc: types are checked where the code is tested, strictly; here only what is compiled counts."""


class CompiledBuildHook(BuildHookInterface[Any]):
    """Compiles the modules that `modules` lists, as patterns, but for those that fit the patterns of `interpreted`.

    They become one library: the linker looks into the nodes that reading makes as if they were its own, and only of
    what is compiled with it does mypyc know that nothing extends it.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the wheel is filled; an editable install keeps its source."""
        if self.target_name != "wheel" or version == "editable":
            return
        self._place = TemporaryDirectory()
        folder = Path(self._place.name)
        copytree(Path(self.root, PACKAGE), folder / PACKAGE, ignore=lambda _, names: {n for n in names if _is_made(n)})
        with chdir(folder):
            # before anything is compiled: what runs here is the source
            subprocess.run([sys.executable, "-m", "boundary.read.shipped", SKELETONS], check=True)  # noqa: S603
            subprocess.run([sys.executable, "-m", "boundary.read.code_digests"], check=True)
            _compile(self._modules(self.config["modules"]))
            build_data["force_include"].update(
                {str(path.absolute()): path.as_posix() for path in Path().rglob("*") if path.suffix in MADE}
            )
        build_data["infer_tag"] = True
        build_data["pure_python"] = False

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Drop what was made on the way."""
        del version, build_data, artifact_path
        if hasattr(self, "_place"):
            self._place.cleanup()

    def _modules(self, patterns: list[str]) -> list[str]:
        """The files to compile, below the present folder."""
        return sorted(_files(patterns) - _files(self.config.get("interpreted", ())))


def _files(patterns: list[str]) -> set[str]:
    return {path.as_posix() for pattern in patterns for path in Path().glob(pattern)}


def _is_made(name: str) -> bool:
    return name == "__pycache__" or Path(name).suffix in MADE


def _compile(modules: list[str]) -> None:
    """Compile in place, one file of C for each module, on all cores."""
    from mypyc.build import mypycify  # noqa: PLC0415 - only there where the faster build is asked for
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    level = os.environ.get("BOUNDARY_OPT_LEVEL", "3")
    extensions = mypycify(
        [*FLAGS, *modules],
        opt_level=level,
        debug_level="0",
        multi_file=True,
        strict_dunder_typing=True,  # those of ours that compare give a truth, and never `NotImplemented`
    )
    if sys.platform.startswith("linux"):  # a function of ours calls another one of ours, and nobody comes between
        for extension in extensions:  # which share their lists of arguments
            # and what another version of the compiler has doubts about, of what is generated, ends no build
            wanted = ["-Wno-error", "-fno-semantic-interposition", "-fno-plt"]
            extension.extra_compile_args = [*extension.extra_compile_args, *wanted]
            extension.extra_link_args = [*extension.extra_link_args, "-Wl,-Bsymbolic", "-Wl,-z,now"]

    class BuildExtensions(build_ext):
        def build_extensions(self) -> None:
            _on_all_cores(self.compiler)
            super().build_extensions()

    command = BuildExtensions(Distribution({"name": PACKAGE, "ext_modules": extensions}))
    command.inplace = False
    command.build_lib = "."
    command.build_temp = "made"
    command.ensure_finalized()
    command.run()


def _on_all_cores(compiler: Any) -> None:  # noqa: ANN401 - setuptools is only there where it compiles
    """Let a compiler take several files at once: it would only build several extensions so, and ours are one."""
    in_turn = compiler.compile

    def at_once(sources: list[str], *rest: Any, **named: Any) -> list[str]:  # noqa: ANN401 - passed on
        largest_first = sorted(sources, key=lambda source: -Path(source).stat().st_size)
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            made = threads.map(lambda source: in_turn([source], *rest, **named), largest_first)
            return list(chain.from_iterable(made))

    compiler.compile = at_once
