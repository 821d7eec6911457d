"""How do requests reach Tryton?"""
