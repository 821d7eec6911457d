"""What does a bar of progress go through?  See `std`."""

from tqdm.std import tqdm, trange
