"""An edition as a document: Word and PDF."""
