"""FastAPI renders pages as Starlette does."""

from starlette.templating import Jinja2Templates
