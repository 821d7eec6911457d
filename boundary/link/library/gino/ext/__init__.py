"""Which frameworks does GINO know?"""
