"""What does the middleware read?  The device that has verified the user, if the session names one."""

from django_otp.models import Device


class OTPMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = request.user
        user.otp_device = None
        persistent_id = request.session.get("otp_device_id")
        if persistent_id:
            user.otp_device = Device.from_persistent_id(persistent_id)
        return self.get_response(request)
