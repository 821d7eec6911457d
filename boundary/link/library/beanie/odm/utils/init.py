"""How is beanie told of its documents?"""


async def init_beanie(database=None, document_models=None, **kwargs): ...
