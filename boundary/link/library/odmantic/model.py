"""What is a model of odmantic?  One of pydantic's, which an engine stores."""

from pydantic import BaseModel


class Model(BaseModel): ...


class EmbeddedModel(BaseModel): ...
