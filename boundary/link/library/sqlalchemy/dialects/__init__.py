from sqlalchemy.dialects import mysql, postgresql, sqlite
