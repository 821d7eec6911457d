"""Which module of Twisted holds services?"""
