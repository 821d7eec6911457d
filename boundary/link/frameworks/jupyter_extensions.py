"""What are the functions handed that load an extension into a server of Jupyter?  The server, whose settings they fill.

    def _load_jupyter_server_extension(serverapp):
        serverapp.web_app.settings["store"] = Store()
        serverapp.web_app.add_handlers(".*$", [("/orders", Orders)])

Nobody calls them by name, nor what an `ExtensionApp` does when it is loaded. They are evaluated first, so that the
handlers find in their settings what was put there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_functions import functions_in

if TYPE_CHECKING:
    from boundary.link.evaluator.interpreter import Interpreter

NEEDS: Final = ("jupyter_server", "notebook")
LOADS: Final = ("_load_jupyter_server_extension", "load_jupyter_server_extension")
SERVER: Final = "jupyter_server.serverapp.ServerApp"
EXTENSION: Final = "jupyter_server.extension.application.ExtensionApp"


def start(interpreter: Interpreter) -> None:
    """Extensions are loaded before any request comes."""
    cls = interpreter.library_class(SERVER)
    if cls is None:
        return
    server = interpreter.atoms.instance(cls)
    for module in list(interpreter.program.modules.values()):
        for name in LOADS if not module.library else ():
            for atom in functions_in(interpreter.names.value(module, name)) if name in module.bindings else ():
                given = {one.name: server for one in atom.function.parameters[:1]}
                interpreter.demand(interpreter.calls.root_context(atom, given), None)
    extension = interpreter.library_class(EXTENSION)
    for one in list(interpreter.classes.below(extension)) if extension is not None else ():
        if not one.library:
            evaluator = interpreter.module_evaluator(one.module)
            loads = interpreter.attributes.get(evaluator, interpreter.atoms.instance(one), "initialize", 1)
            for atom in functions_in(loads):
                interpreter.demand(interpreter.calls.root_context(atom), None)
