from starlette.requests import Request
