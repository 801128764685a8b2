"""Views, indicators, figures with their evidence, annual reviews and editions.

May import `lake` and what lies below it. Read `views.py`, then `indicators.py`, `figures.py`.
"""
