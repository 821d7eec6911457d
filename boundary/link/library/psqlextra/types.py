"""What is done where a row is there already?"""

from enum import Enum


class ConflictAction(Enum):
    NOTHING = "NOTHING"
    UPDATE = "UPDATE"
