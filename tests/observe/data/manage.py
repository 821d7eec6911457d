import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

sys.path.append(str(Path(__file__).parent / "site-packages"))
os.environ["DJANGO_SETTINGS_MODULE"] = "notes.settings"
execute_from_command_line(sys.argv)
