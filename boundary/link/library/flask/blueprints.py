from flask import Blueprint
