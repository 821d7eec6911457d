"""Which drivers and extensions does the ML2 plug-in call?"""


class MechanismDriver:
    def initialize(self):
        pass

    def create_network_precommit(self, context):
        pass

    def create_network_postcommit(self, context):
        pass

    def update_network_precommit(self, context):
        pass

    def update_network_postcommit(self, context):
        pass

    def delete_network_precommit(self, context):
        pass

    def delete_network_postcommit(self, context):
        pass

    def create_subnet_precommit(self, context):
        pass

    def create_subnet_postcommit(self, context):
        pass

    def update_subnet_precommit(self, context):
        pass

    def update_subnet_postcommit(self, context):
        pass

    def delete_subnet_precommit(self, context):
        pass

    def delete_subnet_postcommit(self, context):
        pass

    def create_port_precommit(self, context):
        pass

    def create_port_postcommit(self, context):
        pass

    def update_port_precommit(self, context):
        pass

    def update_port_postcommit(self, context):
        pass

    def delete_port_precommit(self, context):
        pass

    def delete_port_postcommit(self, context):
        pass

    def bind_port(self, context):
        pass

    def get_workers(self):
        return ()


class _TypeDriverBase:
    def get_type(self):
        return __unknown__


class TypeDriver(_TypeDriverBase):
    pass


class ML2TypeDriver(_TypeDriverBase):
    pass


class NetworkContext:
    pass


class SubnetContext:
    pass


class PortContext:
    pass


class ExtensionDriver:
    def initialize(self):
        pass

    def process_create_network(self, plugin_context, data, result):
        pass

    def process_update_network(self, plugin_context, data, result):
        pass

    def extend_network_dict(self, session, base_model, result):
        pass

    def process_create_subnet(self, plugin_context, data, result):
        pass

    def process_update_subnet(self, plugin_context, data, result):
        pass

    def extend_subnet_dict(self, session, base_model, result):
        pass

    def process_create_port(self, plugin_context, data, result):
        pass

    def process_update_port(self, plugin_context, data, result):
        pass

    def extend_port_dict(self, session, base_model, result):
        pass
