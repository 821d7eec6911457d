"""Which package of Twisted asks databases?"""
