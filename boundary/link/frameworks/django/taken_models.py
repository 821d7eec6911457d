"""Which models of a library does an app of the project take for its own?  `from market.basket.models import *`.

Libraries that are made to be extended have their apps replaced: the project's app has the label of theirs, defines the
models that it changes, and takes the others as they are. Each says of which app it is (`app_label`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.django.installed_models import defined
from boundary.link.frameworks.django.settings import taken_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.models import Models


def taken_models(interpreter: Interpreter, models: Models) -> Iterator[ClassInfo]:
    """The models of libraries that modules of the project's models take by a star, but for those that they replace."""
    for module in list(interpreter.program.modules.values()):
        if module.library or not module.stars or not module.name.endswith("models"):
            continue
        label = models.apps.label_of(module.name)
        for source in taken_from(interpreter, module, set()):
            for cls in defined(interpreter, source, source.bindings):
                own = models.is_model(cls) and models.options.text(cls, "app_label", inherited=True) == label
                if own and f"{label}.{cls.name}".lower() not in models.by_key:
                    yield cls
