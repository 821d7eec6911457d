"""What is believed inside a block is believed there alone, and so is the transaction that a library opens."""

from __future__ import annotations

from boundary.link.calling.contexts import OUTSIDE, Context
from boundary.link.definitions.symbols import ModuleInfo
from boundary.link.effects.recording import Recorder
from boundary.model.facts import ModuleFacts, SourceModule


def recorder() -> Recorder:
    source = SourceModule("shop", "shop.py", ModuleFacts((), 0, 0))
    module = ModuleInfo(source, "shop", "shop.py", library=False, package="", bindings={}, stars=[])
    return Recorder(Context(None, module, {}))


def test_believed() -> None:
    record = recorder()
    with record.believed("guessed", "signal"):
        record.touch("orders", "read", 1)
        with record.believed(because="cascade"):
            record.touch("orders", "read", 2)
        record.touch("orders", "read", 3)
    record.touch("orders", "read", 4)
    assert [(touch.confidence, touch.because) for touch in record.context.touches] == [
        ("guessed", "signal"),
        ("guessed", "cascade"),
        ("guessed", "signal"),
        ("certain", None),
    ]


def test_implicit() -> None:
    record = recorder()
    with record.implicit(1):
        record.touch("orders", "update", 1)
    record.touch("orders", "read", 2)
    assert [touch.region for touch in record.context.touches] == [0, OUTSIDE]
    assert [region.kind for region in record.context.regions] == ["implicit"]
