"""Which routes does it serve for a table?"""

from piccolo_api.crud.endpoints import PiccoloCRUD
