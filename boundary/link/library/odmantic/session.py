"""Where are odmantic's sessions?"""

from odmantic.engine import AIOSession, AIOTransaction, SyncSession, SyncTransaction
