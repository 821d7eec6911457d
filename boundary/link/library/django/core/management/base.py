"""How does a management command run?"""

from django.core.management.color import OutputWrapper, no_style


class CommandError(Exception):
    def __init__(self, *args, returncode=1, **kwargs):
        self.returncode = returncode


class SystemCheckError(CommandError):
    pass


class CommandParser:
    def __init__(self, command=None, **kwargs):
        pass

    def add_argument(self, *args, **kwargs):
        return __unknown__

    def set_defaults(self, **kwargs):
        pass

    def add_argument_group(self, *args, **kwargs):
        return self

    def add_mutually_exclusive_group(self, *args, **kwargs):
        return self

    def options(self):
        return __unknown__


class BaseCommand:
    __entry_points__ = {"execute": "command"}

    help = ""
    requires_system_checks = "__all__"
    requires_migrations_checks = False

    def __init__(self, stdout=None, stderr=None, no_color=False, force_color=False):
        self.stdout = OutputWrapper()
        self.stderr = OutputWrapper()
        self.style = no_style()

    def create_parser(self, prog_name, subcommand, **kwargs):
        parser = CommandParser(self)
        self.add_arguments(parser)
        return parser

    def add_arguments(self, parser):
        pass

    def run_from_argv(self, argv):
        self.execute()

    def execute(self, *args, **options):
        self.check()
        parser = self.create_parser(__unknown__, __unknown__)
        return self.handle(*args, **(options or parser.options()))

    def check(self, *args, **kwargs):
        pass

    def check_migrations(self):
        pass


class AppCommand(BaseCommand):
    def handle(self, *app_labels, **options):
        return self.handle_app_config(__unknown__, **options)


class LabelCommand(BaseCommand):
    label = "label"

    def handle(self, *labels, **options):
        return self.handle_label(__unknown__, **options)


class NoArgsCommand(BaseCommand):
    def handle(self, *args, **options):
        return self.handle_noargs(**options)
