"""Which package holds Storm?"""

Undef = __unknown__
