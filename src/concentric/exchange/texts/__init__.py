"""Texts in: .txt, .md, .html and .docx read safely into plain characters; comments out into a copy of the .docx.

Nothing here runs a macro or a script, and nothing asks the network. Start with `reading.py`.
"""
