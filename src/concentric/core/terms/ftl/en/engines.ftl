# Engines: what computes the figures.
engines-no-spark = Spark is not installed here.
engines-no-spark-remedy = Install the extra: pip install "concentric[spark]" (or uv sync --extra spark), and a Java 17 runtime. Or leave --engine out: DuckDB gives the same figures.
engines-no-java = Spark could not be started.
engines-no-java-remedy = It needs a Java 17 runtime: install one, and let JAVA_HOME name its folder. Or leave --engine out: DuckDB gives the same figures.
