"""Which helpers of Piccolo run its queries?"""
