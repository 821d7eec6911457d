"""From transactions to contexts: which splits cut no transaction, and what a finer one costs.

Three ways through, each a function to read from top to bottom:

- `strict_split`: the split that cuts nothing.
- `proposals` (in the file of its name): the strict split, the one that was asked for, and the frontier.
- `separate`, in `mincut`: the cheapest seams between two tables, with the flow that proves it.

What each file answers:

| file | question |
| --- | --- |
| `contract` | Which tables can no split divide? |
| `together`, `usage`, `words` | What else holds tables together? Who uses which? What do their names say? |
| `evidence` | How strongly do tables belong together, all in all? |
| `communities`, `merge` | Which groups make a context, and how large is one? |
| `assign`, `names`, `metrics` | Where do modules go, what is a context called, how good is a split? |
| `stability` | Does a split come back with other seeds and less evidence? |
| `strict` | What is the split that cuts nothing? `build_split` makes a split of any division of the tables |
| `verify` | Does a split cut a transaction? With code that shares nothing with the search |
| `core`, `doubts` | What glues the monolith together, and which guesses would change that? |
| `prices`, `seams` | What does it cost to take something out of a transaction, and where could that be done? |
| `costs`, `reduce` | The same as numbers, without the seams that are never worth relaxing |
| `links`, `homes` | Which links are cut, and where do the parts of transactions belong? |
| `division`, `refine` | What does a division cost now, and which moves make it better? |
| `starts`, `search` | Where does the search begin, and which division is best? |
| `exact`, `bound` | What is the least that a division can cost, with a solver and without? |
| `pins`, `problem` | What have humans decided, and what is to be divided, under which conditions? |
| `pricing`, `order` | Which seams does a division need, and in which order are they to be relaxed? |
| `frontier`, `requested` | Which splits does no other beat, and which one meets the wishes? |
| `mincut`, `labelcut`, `ties` | What is the cheapest way to part two tables, and what ties them still? |
| `given`, `relax`, `relaxing`, `whatif` | What does a division cost that somebody gives, what would a change bring? |
| `references`, `against`, `choosing` | What is a split held against, how do the two compare, which one is chosen? |
| `operations` | What does a split mean for those who run it? |

`mojo`, `bunch`, `cargo`, `mono2micro`, `distributed`, `relations`, `joins` and `entries` hold the metrics of others.
"""

from boundary.split.core import Glue, GluingSite, glue
from boundary.split.strict import build_split, strict_split
from boundary.split.verify import InternalError, cut_transactions

__all__ = ["Glue", "GluingSite", "InternalError", "build_split", "cut_transactions", "glue", "strict_split"]
