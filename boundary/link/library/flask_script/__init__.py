"""Which commands of Flask-Script are classes?  What decorates functions, the linker knows by itself."""

from flask_script.commands import Command, Server, Shell
