"""A monolith in which everything is called something that acts where it is not shown as text."""

from __future__ import annotations

from boundary.model.scan import (
    Access,
    BlindSpot,
    Context,
    Coupling,
    EntryPoint,
    ForeignKey,
    Frame,
    Module,
    Relaxed,
    Scan,
    Seam,
    Split,
    Table,
    Transaction,
)

EVIL = "\"'><img src=x onerror=alert(1)><script>alert(1)</script>\x1b[31m"
EVIL_FILE = "a \"quoted\" 'file'\x1b]0;title\x07.py"


def evil_scan() -> Scan:
    one, two, far = f"1{EVIL}", f"2{EVIL}", f"3{EVIL}"
    accesses = (
        Access(one, "insert", EVIL_FILE, 2, EVIL),
        Access(two, "insert", EVIL_FILE, 4, EVIL, via=(Frame(EVIL_FILE, 3, EVIL),)),
        Access(far, "update", EVIL_FILE, 5, EVIL),
    )
    spots = (BlindSpot(EVIL_FILE, 3, EVIL),)
    transaction = Transaction(EVIL, "block", EVIL, EVIL_FILE, 1, 9, receiver=EVIL, accesses=accesses, blind_spots=spots)
    relaxed = Relaxed(Seam(EVIL_FILE, 3, EVIL, EVIL), 1, "outbox", (EVIL,), (two,))
    contexts = (Context(EVIL, (one, two), (EVIL,), (EVIL,)), Context(f"4{EVIL}", (far,), (f"5{EVIL}",)))
    strict = Split("strict", 0, (Context(EVIL, (one, two, far), (EVIL,), (EVIL,)),))
    return Scan(
        root=EVIL,
        modules=(Module(EVIL, EVIL_FILE, 1), Module(f"5{EVIL}", "other.py", 1)),
        tables=tuple(Table(name, model=EVIL, file=EVIL_FILE, line=1) for name in (one, two, far)),
        foreign_keys=(ForeignKey(one, far, "id", file=EVIL_FILE, line=1),),
        entry_points=(EntryPoint("route", EVIL, EVIL, EVIL_FILE, 1, accesses),),
        transactions=(transaction,),
        accesses=accesses,
        couplings=(Coupling("call", EVIL, f"5{EVIL}", EVIL_FILE, 3, EVIL, EVIL),),
        splits=(strict, Split("frontier-1", 1, contexts, relaxed=(relaxed,), metrics={"largest_share": 0.7})),
    )
