"""What does a wizard keep of its steps?"""


class BaseStorage:
    data = __unknown__
    current_step = __unknown__
    extra_data = __unknown__
    current_step_data = __unknown__
    current_step_files = __unknown__

    def __init__(self, prefix, request=None, file_storage=None):
        self.prefix = prefix
        self.request = request

    def init_data(self):
        pass

    def reset(self):
        pass

    def get_step_data(self, step):
        return __unknown__

    def set_step_data(self, step, cleaned_data):
        pass

    def get_step_files(self, step):
        return __unknown__

    def set_step_files(self, step, files):
        pass

    def update_response(self, response):
        pass
