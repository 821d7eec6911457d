"""What fills templates?  `../../frameworks/jinja_templates.py`."""

from jinja2.environment import Environment, Template
