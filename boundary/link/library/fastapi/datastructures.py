from starlette.datastructures import UploadFile
