"""What do Odoo's models do?  A recordset is of the class of its model; storing goes through what modules made of it.

Each of the names with an underscore before them is told of in `../../frameworks/odoo/storage.py`.
"""

from odoo.api import Environment


class BaseModel:
    @property
    def env(self):
        return Environment()

    @property
    def pool(self):
        return Environment().registry

    @property
    def _cr(self):
        return Environment().cr

    @property
    def _context(self):
        return {**__unknown__}

    @property
    def _uid(self):
        return __unknown__

    def create(self, vals_list):
        return self._insert(vals_list)

    def write(self, vals):
        self._update(vals)
        return True

    def unlink(self):
        self._remove()
        return True

    def copy(self, default=None):
        return self._copy(default)

    def copy_data(self, default=None): ...

    def _insert(self, vals_list): ...

    def _update(self, vals): ...

    def _remove(self): ...

    def _write(self, vals):
        return self._update(vals)

    def load(self, fields, data):
        self.create({})
        self.write({})
        return __unknown__

    def _copy(self, default): ...

    def new(self, values=None, origin=None, ref=None): ...

    def search(self, domain, offset=0, limit=None, order=None, count=False): ...

    def search_fetch(self, domain, field_names, offset=0, limit=None, order=None): ...

    def search_count(self, domain, limit=None): ...

    def search_read(self, domain=None, fields=None, offset=0, limit=None, order=None, **kwargs): ...

    def read_group(self, domain, fields, groupby, offset=0, limit=None, orderby=False, lazy=True): ...

    def _read_group(self, domain, groupby=(), aggregates=(), **kwargs): ...

    def formatted_read_group(self, domain, groupby=(), aggregates=(), **kwargs): ...

    def web_read_group(self, domain, fields, groupby, **kwargs): ...

    def web_search_read(self, domain, specification, **kwargs): ...

    def _search(self, domain, offset=0, limit=None, order=None, **kwargs): ...

    def name_search(self, name="", args=None, operator="ilike", limit=100): ...

    def read(self, fields=None, load=""): ...

    def fetch(self, field_names): ...

    def web_read(self, specification): ...

    def web_save(self, vals, specification, next_id=None):
        if __unknown__:
            self.write(vals)
            return self.web_read(specification)
        return self.create(vals).web_read(specification)

    def exists(self): ...

    def browse(self, ids=None):
        return self

    def ensure_one(self):
        return self

    def sudo(self, flag=True):
        return self

    def with_context(self, *args, **kwargs):
        return self

    def with_company(self, company):
        return self

    def with_user(self, user):
        return self

    def with_env(self, env):
        return self

    def with_prefetch(self, prefetch_ids=None):
        return self

    def filtered(self, func): ...

    def filtered_domain(self, domain):
        return self

    def sorted(self, key=None, reverse=False): ...

    def grouped(self, key): ...

    def mapped(self, func): ...

    def concat(self, *others):
        return self

    def union(self, *others):
        return self

    def __len__(self):
        return __unknown__

    def __add__(self, other):
        if __unknown__:
            return other
        return self

    def __sub__(self, other):
        return self

    def __setitem__(self, key, value): ...

    def update(self, values): ...

    # What `mail.thread` gives to models, and what some models of Odoo's own are called for, where those are not read.

    def message_post(self, **kwargs):
        return self.env["mail.message"].create({})

    message_post_with_view = message_post_with_template = message_post_with_source = message_post

    def _message_log(self, **kwargs):
        return self.env["mail.message"].create({})

    def message_subscribe(self, partner_ids=None, **kwargs):
        self.env["mail.followers"].create({})

    def message_unsubscribe(self, partner_ids=None):
        self.env["mail.followers"].search([]).unlink()

    def message_notify(self, **kwargs):
        return self.env["mail.message"].create({})

    def activity_update(self): ...

    def activity_reschedule(self, act_type_xmlids, user_id=None, date_deadline=None, new_user_id=None):
        self.env["mail.activity"].search([]).write({})

    def activity_schedule(self, act_type_xmlid="", date_deadline=None, summary="", note="", **act_values):
        return self.env["mail.activity"].create({})

    def activity_feedback(self, act_type_xmlids, user_id=None, feedback=None):
        self.env["mail.activity"].search([]).unlink()
        self.message_post()

    def activity_unlink(self, act_type_xmlids, user_id=None):
        self.env["mail.activity"].search([]).unlink()

    def send_mail(self, res_id, force_send=False, **kwargs):
        return self.env["mail.mail"].create({})

    def get_param(self, key, default=False):
        self.env["ir.config_parameter"].search([])
        return __unknown__

    def set_param(self, key, value):
        return self.env["ir.config_parameter"].write({})

    def toggle_active(self):
        return self.write({"active": __unknown__})

    def action_archive(self):
        return self.write({"active": False})

    def action_unarchive(self):
        return self.write({"active": True})

    def name_create(self, name):
        return self.create({"name": name})

    def name_get(self):
        return []

    def fields_get(self, allfields=None, attributes=None):
        return {**__unknown__}

    def user_has_groups(self, groups):
        return __unknown__

    def check_access(self, operation): ...

    def has_access(self, operation):
        return __unknown__

    def check_access_rights(self, operation, raise_exception=True): ...

    def check_access_rule(self, operation): ...

    def get_external_id(self):
        return {**__unknown__}

    def _for_xml_id(self, full_xml_id):
        return {**__unknown__}

    def default_get(self, fields):
        return {**__unknown__}

    def get_formview_id(self, access_uid=None):
        return __unknown__

    def get_formview_action(self, access_uid=None):
        return {**__unknown__}

    def get_base_url(self):
        return __unknown__

    def _convert_to_write(self, values):
        return {**__unknown__}

    def modified(self, fnames, create=False, before=False): ...

    def invalidate_cache(self, fnames=None, ids=None): ...

    def flush(self, fnames=None, records=None): ...

    def flush_model(self, fnames=None): ...

    def flush_recordset(self, fnames=None): ...

    def invalidate_model(self, fnames=None, flush=True): ...

    def invalidate_recordset(self, fnames=None, flush=True): ...

    def with_delay(self, **kwargs): ...

    def delayable(self, **kwargs): ...


class Model(BaseModel):
    pass


class TransientModel(Model):
    pass


class AbstractModel(BaseModel):
    pass


class Constraint:
    def __init__(self, *args): ...


class Index:
    def __init__(self, *args): ...
