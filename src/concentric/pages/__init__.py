"""What people see in a browser: one view and one template for each noun, under the noun's own stem.

May import every room below it; only `config` imports it. Read `urls.py` first.
"""
