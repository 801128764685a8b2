"""What every room says and reads: words, findings, numbers, money, dates, periods, codes, and the guard for headings.

Readers take what people type and either return an exact value or raise a named `Refused`; nothing here guesses.
Start with `words.py`, then `findings.py`.
"""
