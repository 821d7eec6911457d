"""Where do beanie's queries lie?"""
