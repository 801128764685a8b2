"""The example city and workbooks of any size: seeded, invented, and marked so.

Only the codes and centres of the city and its counties are real. Read `story.py` for the year as it is told,
`city.py` for what it is made of, `play.py` for how it is entered. Nothing below `play.py` needs a database.
"""
