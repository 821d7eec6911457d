"""Which tables does an application of Piccolo have?  Those that are listed, or found in modules."""


class AppConfig:
    def __init__(self, app_name, migrations_folder_path=None, table_classes=(), migration_dependencies=(), commands=()):
        self.app_name = app_name
        self.table_classes = table_classes


class AppRegistry:
    def __init__(self, apps=()): ...


def table_finder(modules, include_tags=None, exclude_tags=None, exclude_imported=False): ...
