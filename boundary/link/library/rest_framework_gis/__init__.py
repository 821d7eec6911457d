"""djangorestframework-gis: serializers and pages of rows with geometries."""
