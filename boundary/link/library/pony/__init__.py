"""Which package holds Pony?"""
