from importlib.metadata import EntryPoint, EntryPoints, entry_points
