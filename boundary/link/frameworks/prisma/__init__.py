"""What do the names of Prisma's client for Python mean?"""
