"""What is done with the data of a request?  An object may be changed by it; what is made of it is not known."""

from litestar.dto.data_structures import DTOData
