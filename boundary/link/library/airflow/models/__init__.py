"""What may a task of a graph be?"""

from airflow.models.baseoperator import BaseOperator
