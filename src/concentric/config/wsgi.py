"""The WSGI application that granian serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "concentric.config.settings")
application = get_wsgi_application()

from concentric.pages.warming import warm_in_background  # noqa: E402 - models can only be imported once Django is set up

warm_in_background()
