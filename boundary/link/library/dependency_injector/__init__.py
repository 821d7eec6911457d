"""Containers of dependency-injector: what they provide, and where it is asked for."""
