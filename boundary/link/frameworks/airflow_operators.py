"""Which functions do operators of Airflow run?  `PythonOperator(task_id="tidy", python_callable=tidy)`.

Classes of operators run by their `execute`, which their skeletons say; functions that decorators make tasks are with
those of other queues (`tasks.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import NOWHERE, direct

if TYPE_CHECKING:
    from boundary.link.frameworks.protocol import Handler

PLACES: Final = ("operators.python", "operators.python_operator", "providers.standard.operators.python")
OPERATORS: Final = (
    *("PythonOperator", "BranchPythonOperator", "ShortCircuitOperator", "PythonVirtualenvOperator"),
    *("ExternalPythonOperator", "BranchPythonVirtualenvOperator", "BranchExternalPythonOperator"),
)
SENSORS: Final = ("sensors.python.PythonSensor", "providers.standard.sensors.python.PythonSensor")
NAMES: Final = (*(f"{place}.{operator}" for place in PLACES for operator in OPERATORS), *SENSORS)
NATIVES: Final[dict[str, Handler]] = {
    f"airflow.{name}": direct("task", at=NOWHERE, name="python_callable") for name in NAMES
}
