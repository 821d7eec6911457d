"""Which module of Twisted asks databases?"""
