"""The example city and workbooks of any size: seeded, invented, and marked so.

Only the codes and centres of the city, its counties and one township are real. Read `story.py` for the year as it is
told, `city.py` for what it is made of (a chapter for each noun), `play.py` for how it is entered. Only `play.py`,
`answers.py`, `lots.py`, `demo.py` and `province*.py` need a database.
"""
