"""How are rows asked for of which a page is shown?"""
