"""The language and its standard library, as far as no skeleton can say it."""
