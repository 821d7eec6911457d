"""Operators of Airflow, which run functions or are classes of the project."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

OPERATORS = {
    "airflow.operators.python": "PythonOperator",
    "airflow.providers.standard.operators.python": "ShortCircuitOperator",
    "airflow.operators.python_operator": "BranchPythonOperator",
    "airflow.sensors.python": "PythonSensor",
}
BASES = {
    "airflow.models": "BaseOperator",
    "airflow.models.baseoperator": "BaseOperator",
    "airflow.sdk": "BaseOperator",
    "airflow.sensors.base": "BaseSensorOperator",
}


@pytest.mark.parametrize("module", OPERATORS)
def test_a_function_that_an_operator_runs(module: str) -> None:
    assert_enters(
        f"""
# file: dags/tidy.py
from airflow import DAG
from {module} import {OPERATORS[module]}
from shop.models import Order
def tidy():
    Order.objects.create()
def other():
    Order.objects.create()
with DAG("tidy", schedule="@daily") as dag:
    {OPERATORS[module]}(task_id="tidy", python_callable=tidy) >> {OPERATORS[module]}(task_id="none")
""",
        "task dags.tidy.tidy",
    )


@pytest.mark.parametrize("module", BASES)
def test_a_class_of_operators(module: str) -> None:
    method = "poke" if "Sensor" in BASES[module] else "execute"
    assert_enters(
        f"""
# file: dags/operators.py
from {module} import {BASES[module]}
from shop.models import Order
class Tidy({BASES[module]}):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
    def {method}(self, context):
        Order.objects.create()
""",
        "task dags.operators.Tidy.execute",
    )
