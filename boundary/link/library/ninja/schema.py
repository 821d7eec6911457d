from pydantic import BaseModel


class Schema(BaseModel): ...
