from functools import reduce

range = range
zip = zip
map = map
filter = filter
input = input
xrange = range
zip_longest = zip
filterfalse = filter
