"""Which method of a sensor does a worker run until it says yes?"""

from airflow.models.baseoperator import BaseOperator


class BaseSensorOperator(BaseOperator):
    def poke(self, context): ...

    def execute(self, context):
        return self.poke(context)
