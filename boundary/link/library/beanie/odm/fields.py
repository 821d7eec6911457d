"""What are the links of a document, and the rules by which what they lead to is written?"""


class WriteRules:
    DO_NOTHING = "DO_NOTHING"
    WRITE = "WRITE"


class DeleteRules:
    DO_NOTHING = "DO_NOTHING"
    DELETE_LINKS = "DELETE_LINKS"


class Link:
    async def fetch(self, fetch_links=False): ...


class BackLink(Link):
    pass
