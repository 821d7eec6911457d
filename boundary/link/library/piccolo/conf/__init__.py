"""How is Piccolo configured?"""
