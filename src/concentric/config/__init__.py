"""Settings, urls and the `concentric` command. The top of the house: it may import everything, nothing imports it.

Read `settings.py` first, then `cli.py`.
"""
