"""What is a plug-in of Neutron's?  Told apart by its type, under which the directory has it."""


class WorkerBase:
    def get_workers(self):
        return ()

    def add_worker(self, worker):
        pass

    add_workers = add_worker


class ServicePluginBase(WorkerBase):
    pass
