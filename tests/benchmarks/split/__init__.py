"""How good are splits, and how fast?  On planted monoliths: what was planted is known, and they can be of any size."""
