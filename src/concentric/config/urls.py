"""The addresses of the house."""

from django.urls import include, path

urlpatterns = [path("", include("concentric.pages.urls"))]
