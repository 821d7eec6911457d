from fastapi import Depends, Security
