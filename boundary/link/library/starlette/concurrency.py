async def run_in_threadpool(func, *args, **kwargs):
    return func(*args, **kwargs)
