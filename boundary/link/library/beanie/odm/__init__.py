"""Where do beanie's documents, queries and fields lie?"""
