"""Great Expectations suites, their runner and the report (importing this package imports no Great Expectations)."""
