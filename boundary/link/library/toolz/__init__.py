"""What do the functions of toolz call, and what do they give?  Members of what they are given, values of dicts."""

from functools import partial, reduce  # noqa: F401
from itertools import chain


def identity(x):
    return x


def compose(*funcs):
    def composed(*args, **kwargs):
        functions = list(reversed(funcs))
        result = functions[0](*args, **kwargs)
        for function in functions[1:]:
            result = function(result)
        return result

    return composed


def compose_left(*funcs):
    return compose(*reversed(funcs))


def pipe(data, *funcs):
    for function in funcs:
        data = function(data)
    return data


def thread_first(val, *forms):
    for form in forms:
        val = form[0](val, *form[1:]) if isinstance(form, tuple) else form(val)
    return val


def thread_last(val, *forms):
    for form in forms:
        val = form[0](*form[1:], val) if isinstance(form, tuple) else form(val)
    return val


def juxt(*funcs):
    if len(funcs) == 1 and not callable(funcs[0]):
        funcs = funcs[0]
    return lambda *args, **kwargs: tuple(function(*args, **kwargs) for function in funcs)


def curry(func, *args, **kwargs):
    def curried(*more, **others):
        if __unknown__:
            return func(*args, *more, **kwargs, **others)
        return curry(func, *args, *more, **kwargs, **others)

    return curried


def memoize(func=None, cache=None, key=None):
    return (lambda function: function) if func is None else func


def complement(func):
    return lambda *args, **kwargs: not func(*args, **kwargs)


def excepts(exc, func, handler=None):
    def guarded(*args, **kwargs):
        try:
            return func(*args, **kwargs)
        except exc as error:
            return handler(error)

    return guarded


def apply(func, *args, **kwargs):
    return func(*args, **kwargs)


def do(func, x):
    func(x)
    return x


def flip(func, a=None, b=None):
    return func(b, a)


def first(seq):
    return next(iter(seq))


def second(seq):
    return next(iter(seq))


def last(seq):
    return next(iter(seq))


def nth(n, seq):
    return next(iter(seq))


def peek(seq):
    return next(iter(seq)), list(seq)


def get(ind, seq, default=None):
    if isinstance(ind, list):
        return tuple(seq[one] for one in ind)
    if __unknown__:
        return default
    return seq[ind]


def pluck(ind, seqs, default=None):
    return [get(ind, one, default) for one in seqs]


def concat(seqs):
    return chain.from_iterable(seqs)


def concatv(*seqs):
    return chain.from_iterable(seqs)


def cons(el, seq):
    return chain([el], seq)


def mapcat(func, seqs):
    return chain.from_iterable(map(func, seqs))


def filter_(predicate, seq):
    return filter(predicate, seq)


def remove(predicate, seq):
    return [one for one in seq if not predicate(one)]


def unique(seq, key=None):
    for one in seq:
        if key is not None:
            key(one)
        yield one


def take(n, seq):
    return list(seq)


def drop(n, seq):
    return list(seq)


def tail(n, seq):
    return list(seq)


def take_nth(n, seq):
    return list(seq)


def interleave(seqs):
    return chain.from_iterable(seqs)


def merge_sorted(*seqs, key=None):
    return chain.from_iterable(seqs)


def interpose(el, seq):
    return chain([el], seq)


def topk(k, seq, key=None):
    return sorted(seq, key=key)


def random_sample(prob, seq, random_state=None):
    return list(seq)


def partition(n, seq, pad=None):
    return [tuple(seq)]


def partition_all(n, seq):
    return [tuple(seq)]


def sliding_window(n, seq):
    return [tuple(seq)]


def frequencies(seq):
    for _ in seq:
        pass
    return __unknown__


def count(seq):
    for _ in seq:
        pass
    return __unknown__


def isdistinct(seq):
    for _ in seq:
        pass
    return __unknown__


def iterate(func, x):
    while __unknown__:
        yield x
        x = func(x)


def groupby(key, seq):
    groups = {}
    for one in seq:
        groups.setdefault(key(one) if callable(key) else __unknown__, []).append(one)
    return groups


def countby(key, seq):
    for one in seq:
        key(one)
    return __unknown__


def reduceby(key, binop, seq, init=None):
    reduced = {}
    for one in seq:
        reduced[key(one)] = binop(init, one)
    return reduced


def join(leftkey, leftseq, rightkey, rightseq, left_default=None, right_default=None):
    for left in leftseq:
        leftkey(left)
        for right in rightseq:
            rightkey(right)
            yield left, right


def merge(*dicts, **kwargs):
    merged = {}
    for one in dicts:
        merged.update(one)
    return merged


def merge_with(func, *dicts, **kwargs):
    merged = {}
    for one in dicts:
        for key, value in one.items():
            merged[key] = func([value])
    return merged


def valmap(func, d, factory=dict):
    return {key: func(value) for key, value in d.items()}


def keymap(func, d, factory=dict):
    return {func(key): value for key, value in d.items()}


def itemmap(func, d, factory=dict):
    return dict(map(func, d.items()))


def valfilter(predicate, d, factory=dict):
    return {key: value for key, value in d.items() if predicate(value)}


def keyfilter(predicate, d, factory=dict):
    return {key: value for key, value in d.items() if predicate(key)}


def itemfilter(predicate, d, factory=dict):
    return {key: value for key, value in d.items() if predicate((key, value))}


def assoc(d, key, value, factory=dict):
    return {**d, key: value}


def assoc_in(d, keys, value, factory=dict):
    return {**d, keys[0]: value}


def dissoc(d, *keys, **kwargs):
    return dict(d)


def update_in(d, keys, func, default=None, factory=dict):
    return {**d, keys[0]: func(get_in(keys, d, default))}


def get_in(keys, coll, default=None, no_default=False):
    found = coll
    for key in keys:
        found = found[key]
    if __unknown__:
        return default
    return found
