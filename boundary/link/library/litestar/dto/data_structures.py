"""What is done with the data of a request?  An object may be changed by it; what is made of it is not known."""

from litestar.dto.types import Data


class DTOData(Data):
    def update_instance(self, instance, **kwargs):
        setattr(instance, __unknown__, __unknown__)
        return instance

    def as_builtins(self):
        return {**__unknown__}
