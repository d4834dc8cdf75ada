"""The job in DuckDB, in the fastest form that was tried.

Enumerations for crime type and month are as fast as any other check, make the groups smaller, and keep rows in order.
`IN` with a list becomes a join that passes rows on thread by thread. A row's number then no longer shows which of two
rows with one Crime ID came first. `preserve_insertion_order = false` saves a tenth of the time and has the same flaw.
"""

import duckdb
import street_job as job

options = job.arguments()
database = duckdb.connect()


def run(statement):
    database.execute(statement)


def listed(values):
    return ", ".join(f"'{value}'" for value in values)


run(f"SET threads = {options.threads}")
run(f"CREATE TYPE crime_type AS ENUM ({listed(job.CRIME_TYPES)})")
run(f"CREATE TYPE year_month AS ENUM ({listed(job.MONTHS)})")

# A missing field is NULL, and an empty field is not: no text means NULL.
types = ", ".join(f"'{name}': 'VARCHAR'" for name in [*job.COLUMNS, "surplus"])
extracts = f"""
    read_csv([{listed(options.extracts)}], columns = {{{types}}}, header = false, skip = 1, delim = ',', quote = '"',
        escape = '"', auto_detect = false, null_padding = true, strict_mode = false, nullstr = '\\0NULL')"""

judged = f"""(
    SELECT *,
        CASE WHEN surplus IS NOT NULL OR context IS NULL THEN '{job.FIELD_COUNT}'
            WHEN known_type IS NULL THEN '{job.CRIME_TYPE}'
            WHEN known_month IS NULL THEN '{job.MONTH}'
            WHEN lsoa_code = '' AND lsoa_name = '' THEN '{job.NO_LOCATION}'
            WHEN NOT regexp_full_match(lsoa_code, '{job.LSOA_CODE}') THEN '{job.LSOA}' END AS reason
    FROM (
        SELECT *, TRY_CAST(crime_type AS crime_type) AS known_type, TRY_CAST(month AS year_month) AS known_month
        FROM {extracts}))"""

whole_row = "{" + ", ".join(f"'{name}': {name}" for name in job.COLUMNS) + "}"
counts_file = f"'{options.counts}' (HEADER)"
rejects_file = f"'{options.rejects}' (HEADER)"

if options.repeats == "nodup":
    # One scan gives the counts and the rejected rows.
    run(f"""
        CREATE TEMP TABLE counted AS
        SELECT
            CASE WHEN reason IS NULL THEN lsoa_name[:-6] END AS area,
            CASE WHEN reason IS NULL THEN known_month END AS month,
            CASE WHEN reason IS NULL THEN known_type END AS category,
            reason, count(*) AS count, list({whole_row}) FILTER (WHERE reason IS NOT NULL) AS rejected
        FROM {judged} GROUP BY ALL""")
    run(f"""
        COPY (
            SELECT area, month::VARCHAR AS month, category::VARCHAR AS category, count
            FROM counted WHERE reason IS NULL ORDER BY ALL
        ) TO {counts_file}""")
    run(f"""
        COPY (
            SELECT reason, row.* FROM (SELECT reason, unnest(rejected) AS row FROM counted WHERE reason IS NOT NULL)
        ) TO {rejects_file}""")
else:
    # One scan into a narrow table. Identifiers are compared by hash, and repeated rows are subtracted from the counts.
    run(f"""
        CREATE TEMP TABLE taken AS
        SELECT CASE WHEN crime_id <> '' THEN hash(crime_id) END AS identity, lsoa_name[:-6] AS area,
            known_month AS month, known_type AS category, reason,
            CASE WHEN reason IS NOT NULL THEN {whole_row} END AS row
        FROM {judged}""")
    run("""
        CREATE TEMP TABLE repeated AS
        SELECT identity, min(rowid) AS first FROM taken
        WHERE reason IS NULL AND identity IS NOT NULL GROUP BY identity HAVING count(*) > 1""")
    run(f"""
        COPY (
            SELECT area, month::VARCHAR AS month, category::VARCHAR AS category, sum(count)::BIGINT AS count
            FROM (
                SELECT area, month, category, count(*) AS count FROM taken WHERE reason IS NULL GROUP BY ALL
                UNION ALL
                SELECT area, month, category, -1 FROM taken JOIN repeated USING (identity)
                WHERE reason IS NULL AND taken.rowid <> first)
            GROUP BY ALL HAVING sum(count) > 0 ORDER BY ALL
        ) TO {counts_file}""")
    run(f"COPY (SELECT reason, row.* FROM taken WHERE reason IS NOT NULL) TO {rejects_file}")
