"""Settings, read from the environment. Nothing needs to be set to run embedded on one machine.

DATABASE_URL          which database (default: SQLite in the home folder)
CONCENTRIC_HOME       folder for everything the embedded default writes
CONCENTRIC_SECRET     key for signed cookies (default: made once, kept in the home folder)
CONCENTRIC_HOSTS      host names that may be asked for (default: this machine only)
CONCENTRIC_DESK       pages that write for a browser on this machine (default: unless others are served)
CONCENTRIC_TIME_ZONE  zone in which pages show times
CONCENTRIC_DEBUG      1 shows tracebacks; never in an office
"""

from __future__ import annotations

from zoneinfo import available_timezones

from environs import Env
from environs import validate as valid

from concentric.config.home import home_folder, secret_key

env = Env()

HOME = home_folder()
SECRET_KEY = env.str("CONCENTRIC_SECRET", "") or secret_key(HOME)
DEBUG = env.bool("CONCENTRIC_DEBUG", False)
OWN_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = env.list("CONCENTRIC_HOSTS", []) or OWN_HOSTS
# Where others are served, whoever comes through their proxy may write any name into a request, this machine's too.
DESK = env.bool("CONCENTRIC_DESK", set(ALLOWED_HOSTS) <= set(OWN_HOSTS))

ROOMS = ["ledger", "register", "access", "keep", "match", "lake", "prove", "exchange", "pages"]
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "django_htmx",
    *(f"concentric.{room}" for room in ROOMS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Before whatever refuses a request: a refusal, too, has words and a policy.
    "concentric.pages.middleware.ContentSecurityPolicy",
    "concentric.pages.middleware.Language",
    "concentric.pages.middleware.FormsOnly",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "concentric.config.urls"
WSGI_APPLICATION = "concentric.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "concentric.pages.context.masthead",
            ],
        },
    }
]

# The home's own path is no URL: signs such as % and # mean themselves in it. Set to nothing is not set.
DATABASES = {
    "default": env.dj_db_url("DATABASE_URL")
    if env.str("DATABASE_URL", "").strip()
    else {"ENGINE": "django.db.backends.sqlite3", "NAME": str(HOME / "ledger.sqlite3")}
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # NORMAL loses acknowledged rows in a power cut and DEFERRED fails under two writers, so both are set here.
    # Checkpoints run only under the write lock (ledger.lock), hence no automatic ones: see SQLite's WAL-reset bug.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;",
    }
    DATABASES["default"]["CONN_MAX_AGE"] = None
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = env.str(
    "CONCENTRIC_TIME_ZONE", "Asia/Shanghai", validate=valid.OneOf(available_timezones(), error="No such zone.")
)
USE_I18N = False
LANGUAGE_CODE = "zh-Hans"

STATIC_URL = "static/"
# No collecting step: the files lie in the package and are read once, at the start.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "concentric.pages.errors.stale_form"
# A text may be pasted up to its longest (exchange.texts), four bytes a character at most.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING"}},
}
