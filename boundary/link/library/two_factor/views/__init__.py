"""Which pages does `two_factor` offer?"""

from two_factor.views.core import BackupTokensView, LoginView, SetupCompleteView, SetupView
from two_factor.views.mixins import OTPRequiredMixin
from two_factor.views.profile import DisableView, ProfileView
