"""Which table does a foreign key lead to that is not defined yet?"""


class LazyTableReference:
    def __init__(self, table_class_name, app_name=None, module_path=None): ...
