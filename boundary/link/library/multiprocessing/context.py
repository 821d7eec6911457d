from multiprocessing.process import Process

ForkProcess = SpawnProcess = ForkServerProcess = Process
