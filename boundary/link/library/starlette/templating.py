"""What renders pages in Starlette and FastAPI?  `../../frameworks/starlette_templates.py`."""


class Jinja2Templates:
    def __init__(self, directory=None, **kwargs):
        pass

    def TemplateResponse(self, *args, **kwargs):
        pass
