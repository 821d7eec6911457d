"""Which requests are there for users?"""
