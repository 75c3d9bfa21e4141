"""The DuckDB warehouse: migrations, loads, queries, marts. The only package that speaks SQL."""
