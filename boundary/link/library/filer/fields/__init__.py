"""Which fields point at files?"""
