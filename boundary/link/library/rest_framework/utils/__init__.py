"""What do serializers of a project's own ask of models?"""
