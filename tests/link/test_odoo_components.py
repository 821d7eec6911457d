"""Components of OCA's framework: classes by their names, found by what they are for; services are called by clients."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.test_odoo import APP

SERVICES = f"""{APP}
from odoo.addons.component.core import AbstractComponent, Component, WorkContext
class Lock(Component):
    _name = "shop.lock"
    _usage = "lock"
    def lock(self):
        self.env["shop.tag"].create({{}})
class OtherLock(Component):
    _inherit = "shop.lock"
    def lock(self):
        self.env["shop.line"].create({{}})
        return super().lock()
class Search(Component):
    _name = "shop.search"
    _usage = "search"
    _apply_on = ["shop.order"]
    def find(self):
        return self.model.search([])
class Base(AbstractComponent):
    _name = "shop.service"
    _inherit = "base.rest.service"
    def _actions_for(self, usage, **kwargs):
        return get_actions_for(self, usage, **kwargs)
    @property
    def searching(self):
        return self._actions_for("search")
def get_actions_for(component, usage, **kwargs):
    work = WorkContext(collection="actions", **kwargs)
    return work.component(usage=usage)
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('self.env["shop.tag"].create({})', "insert tags"),
        ('self.component(usage="lock").lock()', "insert tags, insert shop_line"),
        ('self.work.component("lock").lock()', "insert tags, insert shop_line"),
        ('self.component_by_name("shop.lock").lock()', "insert tags, insert shop_line"),
        ('for one in self.many_components(usage="lock"):\n            one.lock()', "insert tags, insert shop_line"),
        ('self._actions_for("lock").lock()', "insert tags, insert shop_line"),
        ("self.searching.find().write({})", "read shop_order, update shop_order"),
        ('self._actions_for("search").find().write({})', "read shop_order, update shop_order"),
        ("self.model.write({})", "update shop_partner"),
    ],
)
def test_what_a_service_touches(body: str, expected: str) -> None:
    scan = assert_touches(f"""{SERVICES}
class Picking(Component):
    _name = "shop.picking"
    _inherit = "shop.service"
    _usage = "picking"
    _apply_on = "shop.partner"
    def scan(self, barcode):  #> {expected}
        {body}
    def _helper(self):
        self.env["shop.tag"].create({{}})
""")
    entered = {one.name for one in scan.entry_points}
    assert "shop.picking.scan" in entered
    assert not {"shop.picking._helper", "shop.lock.lock", "shop.search.find"} & entered
