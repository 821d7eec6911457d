"""Environments that templates cannot do harm in."""

from jinja2.environment import Environment


class SandboxedEnvironment(Environment):
    pass


class ImmutableSandboxedEnvironment(SandboxedEnvironment):
    pass
