"""What is a view?  Rows that a pipeline makes of those of others."""

from beanie.odm.interfaces.find import FindInterface
from pydantic import BaseModel


class View(FindInterface, BaseModel):
    pass
