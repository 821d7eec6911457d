"""What do Neutron's plug-ins ask of the core plug-in, and which binding of a port is meant?"""

from contextlib import contextmanager


def create_network(core_plugin, context, net, check_allow_post=True):
    return core_plugin.create_network(context, net)


def create_subnet(core_plugin, context, subnet, check_allow_post=True):
    return core_plugin.create_subnet(context, subnet)


def create_port(core_plugin, context, port, check_allow_post=True):
    return core_plugin.create_port(context, port)


@contextmanager
def delete_port_on_error(core_plugin, context, port_id):
    try:
        yield
    except Exception:
        core_plugin.delete_port(context, port_id, l3_port_check=False)


@contextmanager
def update_port_on_error(core_plugin, context, port_id, revert_value):
    try:
        yield
    except Exception:
        core_plugin.update_port(context, port_id, {"port": revert_value})


def get_port_binding_by_status_and_host(bindings, status, host="", raise_if_not_found=False, port_id=None):
    for binding in bindings:
        if __unknown__:
            return binding
