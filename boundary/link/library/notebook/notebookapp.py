"""What does the classic notebook hand to its extensions?  What Jupyter's server does."""

from jupyter_server.serverapp import ServerApp as NotebookApp
