"""What the web server calls. `memoire desk` has opened the ledger by then."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "memoire.config.settings")
application = get_wsgi_application()
