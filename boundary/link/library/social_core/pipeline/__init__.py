"""Which steps does a login have where the settings name none?"""

DEFAULT_AUTH_PIPELINE = (
    "social_core.pipeline.social_auth.social_user",
    "social_core.pipeline.user.get_username",
    "social_core.pipeline.user.create_user",
    "social_core.pipeline.social_auth.associate_user",
    "social_core.pipeline.social_auth.load_extra_data",
    "social_core.pipeline.user.user_details",
)
DEFAULT_DISCONNECT_PIPELINE = ("social_core.pipeline.disconnect.disconnect",)
