"""What may happen, and what is told of it?"""

BEFORE_CREATE = "before_create"
BEFORE_READ = "before_read"
BEFORE_UPDATE = "before_update"
BEFORE_DELETE = "before_delete"
PRECOMMIT_CREATE = "precommit_create"
PRECOMMIT_UPDATE = "precommit_update"
PRECOMMIT_DELETE = "precommit_delete"
PRECOMMIT_ADD_ASSOCIATION = "precommit_add_association"
PRECOMMIT_DELETE_ASSOCIATIONS = "precommit_delete_associations"
AFTER_CREATE = "after_create"
AFTER_READ = "after_read"
AFTER_UPDATE = "after_update"
AFTER_DELETE = "after_delete"
AFTER_STATUS_UPDATE = "after_status_update"
BEFORE_RESPONSE = "before_response"
AFTER_REQUEST = "after_request"
BEFORE_INIT = "before_init"
BEFORE_SPAWN = "before_spawn"
AFTER_SPAWN = "after_spawn"
AFTER_INIT = "after_init"
ABORT_CREATE = "abort_create"
ABORT_READ = "abort_read"
ABORT_UPDATE = "abort_update"
ABORT_DELETE = "abort_delete"
ABORT = "abort_"
BEFORE = "before_"
PRECOMMIT = "precommit_"
OVS_RESTARTED = "ovs_restarted"


class EventPayload:
    def __init__(self, context, metadata=None, request_body=None, states=None, resource_id=None):
        self.context = context
        self.metadata = metadata
        self.request_body = request_body
        self.states = states
        self.resource_id = resource_id

    @property
    def latest_state(self):
        return self.states[-1]


class DBEventPayload(EventPayload):
    def __init__(self, context, metadata=None, request_body=None, states=None, resource_id=None, desired_state=None):
        super().__init__(context, metadata, request_body, states, resource_id)
        self.desired_state = desired_state

    @property
    def latest_state(self):
        return self.desired_state or self.states[-1]


class APIEventPayload(EventPayload):
    def __init__(
        self, context, method_name, action, metadata=None, request_body=None, states=None, resource_id=None, collection_name=None
    ):
        super().__init__(context, metadata, request_body, states, resource_id)
