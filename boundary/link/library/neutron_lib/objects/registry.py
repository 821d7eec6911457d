"""Which class has a versioned object of Neutron's?  The one that the packaging offers under its name."""


def load_class(object_class_name):
    for plugin in __plugins__("neutron.objects", object_class_name):
        return plugin


def new_instance(object_class_name, *inst_args, **inst_kwargs):
    return load_class(object_class_name)(*inst_args, **inst_kwargs)


def contains(object_class_name):
    return __unknown__
