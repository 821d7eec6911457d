"""Which names does `authlib` offer?"""
