"""What is known of an object beside what it holds?  Itself, and its session (`../../../frameworks/sqlalchemy/states.py`)."""


class InstanceState:
    pass
