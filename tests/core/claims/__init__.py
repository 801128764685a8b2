"""The claim checker is tested by sentences of its own and measured on a labelled corpus."""
