"""The addresses of the house."""

from django.urls import include, path

urlpatterns = [path("", include("concentric.pages.urls"))]

handler400 = "concentric.pages.errors.bad_request"
handler403 = "concentric.pages.errors.forbidden"
handler404 = "concentric.pages.errors.not_found"
handler500 = "concentric.pages.errors.server_error"
