"""State machines of `transitions` and python-statemachine: what a trigger, or an event, calls."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

TOLD = {
    'm = Machine(self, states=["new", "done"])\n        m.add_transition("finish", "new", "done", after="store")': "",
    'm = Machine(self, states=["new"])\n        m.add_transition("finish", ["new"], "done", prepare=self.store)': "",
    'Machine(self, ["new", "done"], "new", [["finish", "*", "done", "may", None, "store"]])': "read shop_log",
    'Machine(self, ["a"], transitions=[{"trigger": "finish", "source": "a", "dest": "a", "before": ["store"]}])': "",
    'Machine(self, states=["a", State("b", on_enter="store")], transitions=[["finish", "a", "b"]])': "",
    'Machine(self, states=[{"name": "a", "on_exit": ["store"]}, "b"], transitions=[["finish", "a", "b"]])': "",
    'LockedMachine(self, states=["a"], after_state_change="store").add_transition("finish", "a", "=")': "",
    'Machine(self, states=["a", "b"], transitions=[["finish", "a", "entered"]])': "insert shop_log",
    'Machine(self, states=["left", "b"], transitions=[["finish", "*", "b"], ["never", "b", "b"]])': "insert shop_log",
    'm = Machine(self, states=["a"])\n        m.add_transition("never", "a", "a", after="store")': "nothing",
}


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("trigger", ["finish()", "trigger('finish')"])
def test_what_a_trigger_calls(told: str, trigger: str) -> None:
    written = TOLD[told]
    if not written or written.startswith("read"):
        written = f"insert shop_tag, {written}".removesuffix(", ")
    assert_touches(f"""
from transitions import Machine, State
from transitions.extensions import LockedMachine
class Job:
    def __init__(self, row):
        self.row = row
        {told}
    def may(self):
        return Log.objects.exists()
    def store(self):
        self.row.save()
    def on_enter_entered(self):
        Log.objects.create()
    def on_exit_left(self):
        Log.objects.create()
class Other:
    def __init__(self):
        Machine(model=self, states=["a"], transitions=[["finish", "a", "a", None, None, "fail"]])
    def fail(self):
        Stock.objects.create()
def work():
    with transaction.atomic():  #> {written}
        Job(Tag()).{trigger}
""")


def test_machines_that_are_told_apart() -> None:
    assert_touches("""
from transitions import Machine
def store(model):
    model.objects.create()
class Cart:
    def keep(self):
        Log.objects.create()
class Wish:
    def keep(self):
        Customer.objects.create()
full, bare = Cart(), Wish()
machine = Machine(states=["a", "b"])
machine.add_transition("go", "a", "b", after=store)
other = Machine(states=["a", "b"])
other.add_transition("go", "a", "b")
carts = Machine(full, ["a", "b"], transitions=[["go", "a", "b", None, None, "keep"]])
wishes = Machine(None, ["a", "b"], transitions=[["go", "a", "b", None, None, "keep"]])
wishes.add_model(bare)
def work():
    with transaction.atomic():  #> insert shop_tag
        machine.go(Tag)
    with transaction.atomic():  #> nothing
        other.go(Tag)
    with transaction.atomic():  #> insert shop_log
        full.go()
    with transaction.atomic():  #> insert shop_customer
        bare.go()
""")


def test_an_object_that_is_a_machine() -> None:
    assert_touches("""
import enum
from transitions import Machine
class State(enum.Enum):
    NEW = 1
    DONE = 2
class Job(Machine):
    moves = [dict(trigger="go", source=State.NEW, dest=State.DONE, after="store")]
    def __init__(self):
        super().__init__(states=State, transitions=self.moves, initial=State.NEW, send_event=True)
    def store(self, event):
        event.kwargs["model"].objects.create()
    def on_enter_DONE(self, event):
        event.model.note()
    def note(self):
        Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_tag, insert shop_log
        Job().go(model=Tag)
""")


def test_a_row_with_a_machine() -> None:
    assert_touches("""
from transitions import Machine
class Cart(models.Model):
    state = models.CharField(max_length=10)
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.machine = Machine(model=self, states=["open", "closed"], initial=self.state)
        self.machine.add_transition("close", "open", "closed", after="keep")
    def keep(self):
        self.save()
def work():
    with transaction.atomic():  #> update shop_cart
        Cart.objects.get(pk=1).close()
""")


STORE = "\n    def store(self, model):\n        model.objects.create()"
DECLARED = {
    "after the event": f"finish = draft.to(done){STORE.replace('store', 'on_finish')}",
    "before the event": f"finish = draft.to(done){STORE.replace('store', 'before_finish')}",
    "after the state": f"finish = draft.to(done){STORE.replace('store', 'on_enter_done')}",
    "where a state is left": f"finish = draft.to(done){STORE.replace('store', 'on_exit_draft')}",
    "at each transition": f"finish = draft.to(done){STORE.replace('store', 'after_transition')}",
    "as it is said": f"finish = draft.to(done, on='store'){STORE}",
    "as one of several says": f"finish = done.to(done) | draft.to(done, after=['store']){STORE}",
    "from the other end": f"finish = done.from_(draft, before='store'){STORE}",
    "to itself": f"finish = draft.to.itself(cond='store'){STORE}",
    "spelled out": f"finish = Event(draft.to(done, on='store'), name='Finish'){STORE}",
    "a method": f"@draft.to(done){STORE.replace('store', 'finish')}",
    "a method of the transitions": f"finish = draft.to(done)\n    @finish.before{STORE}",
    "a method of the state": f"finish = draft.to(done)\n    @done.enter{STORE}",
}


@pytest.mark.parametrize("case", DECLARED)
@pytest.mark.parametrize("told", ["finish(Tag)", "send('finish', Tag)"])
def test_what_an_event_calls(case: str, told: str) -> None:
    assert_touches(f"""
from statemachine import Event, State, StateMachine
class Flow(StateMachine):
    draft = State(initial=True)
    done = State("Done", final=True)
    {DECLARED[case]}
    other = done.to(draft, on="fail")
    def fail(self):
        Stock.objects.create()
    def on_enter_draft(self):
        {"pass" if case == "to itself" else "Stock.objects.create()"}
def work():
    with transaction.atomic():  #> insert shop_tag
        Flow().{told}
""")


def test_the_model_of_a_machine_listens() -> None:
    assert_touches("""
from statemachine import State, StateMachine
class Flow(StateMachine):
    draft = State(initial=True)
    done = State(final=True)
    finish = draft.to(done)
class Job:
    def on_enter_done(self):
        Tag.objects.create()
def work():
    with transaction.atomic():  #> insert shop_tag
        Flow(model=Job()).finish()
""")
