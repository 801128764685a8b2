"""Where figures are computed: DuckDB in this process by default."""

from __future__ import annotations

from concentric.lake.snapshot import Engine, snapshot


def engine_at(engine: str | Engine, position: int | None) -> Engine:
    """An engine by its name ("duckdb" or "spark") at a position (None: now); an engine that is given passes through.

    ValueError for an unknown name. Spark needs the extra `spark` and a Java runtime.
    """
    if not isinstance(engine, str):
        return engine
    if engine == "duckdb":
        return snapshot(position)
    if engine == "spark":
        from concentric.lake.spark import spark_snapshot  # an extra that most houses don't install

        return spark_snapshot(position)
    raise ValueError(f"there is no engine {engine}; there are duckdb and spark")
