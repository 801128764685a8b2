# 引擎：由什么来计算数字。
engines-no-spark = 这里没有安装 Spark。
engines-no-spark-remedy = 请安装附加组件：pip install "concentric[spark]"（或 uv sync --extra spark），并安装 Java 17 运行环境。也可不加 --engine：DuckDB 算出的数字完全相同。
engines-no-java = Spark 未能启动。
engines-no-java-remedy = 它需要 Java 17 运行环境：请安装，并让 JAVA_HOME 指向其文件夹。也可不加 --engine：DuckDB 算出的数字完全相同。
