"""The bar of another place, which goes through the same."""

from tqdm.std import tqdm, trange
