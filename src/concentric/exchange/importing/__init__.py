"""The verbs of workbooks: import one or a folder of them, keep what is wrong in the tray, take an import back."""
