"""Where do the parts of oauthlib's OAuth 2 live?"""
