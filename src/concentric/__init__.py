"""Concentric: match helpers and needs, keep every commitment, prove every figure."""
