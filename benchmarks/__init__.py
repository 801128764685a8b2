"""Speed, as ratios against a named alternative in the same run. `make bench` runs all; each part runs alone too.

`python -m benchmarks` or `python -m benchmarks.bench_import --rows 20000`.
"""
