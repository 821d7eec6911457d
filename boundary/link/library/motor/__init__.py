"""What is Motor?  pymongo whose methods are awaited."""

from motor.motor_tornado import MotorClient, MotorCollection, MotorDatabase, MotorGridFS, MotorGridFSBucket
