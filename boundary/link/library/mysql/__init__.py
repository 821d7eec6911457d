"""Which package holds the driver of MySQL?"""
