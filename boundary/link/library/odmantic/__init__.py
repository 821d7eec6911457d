"""What does odmantic export?  See `../../frameworks/odmantic.py`."""

from odmantic.engine import AIOEngine, SyncEngine
from odmantic.model import EmbeddedModel, Model
