"""Which methods of a task enqueue it, and how does each take what the task's function is given?"""

from __future__ import annotations

from typing import Final

DIRECT: Final = frozenset(
    {
        *("delay", "send", "s", "si", "signature", "delay_on_commit", "enqueue", "subtask", "schedule"),
        *("aenqueue", "defer", "defer_async", "kiq", "queue", "spool"),
    }
)
"""Methods that take the arguments as the function does."""
PACKED: Final = frozenset({"apply_async", "apply_async_on_commit", "send_with_options", "starmap", "chunks", "map"})
"""Methods that take them in collections: `task.apply_async(args=[1], kwargs={"name": name})`."""
METHODS: Final = DIRECT | PACKED
SIGNATURES: Final = frozenset({"s", "si", "signature", "subtask", "starmap", "chunks", "map"})
"""Methods that only make what is enqueued by somebody else."""
ANYWHERE: Final = frozenset(
    {"delay", "apply_async", "delay_on_commit", "enqueue", "aenqueue", "defer", "defer_async", "kiq"}
)
"""What a function has that is none: its decorator, though it is not known, makes a task of it."""
UNKNOWN_QUEUE: Final = "task.queued"
"""The native that enqueues a task of a queue that is not known: it takes the arguments as they are, or packed."""
ENQUEUE: Final = frozenset({UNKNOWN_QUEUE, *[f"task.{name}" for name in METHODS - SIGNATURES]})
"""The natives that do no more than enqueue a task, whenever they are called."""
