"""Reads a monolith on the workers of a Dask cluster: python spread.py PATH [SCHEDULER]."""

import sys

from distributed import Client, LocalCluster

import boundary


def main(path, scheduler=None):
    if scheduler is not None:
        with Client(scheduler) as client:
            return boundary.scan(path, executor=client.get_executor())
    with LocalCluster(threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        return boundary.scan(path, executor=client.get_executor())


if __name__ == "__main__":
    sys.stdout.write(boundary.render(main(*sys.argv[1:])))
