"""Which package holds Piccolo?"""
