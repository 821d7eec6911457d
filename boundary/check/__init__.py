"""Does a change add coupling across a boundary?  A scan and declared contexts in, findings and a judgement out.

`rules/` holds one file a rule. `ownership` says which context a module or a table belongs to, `picture` is what the
rules look at, `judge` compares the findings with what was there before, and `baseline` keeps what a team has accepted.
"""
