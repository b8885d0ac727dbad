package dev.fourshake.app.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tables of a capture file. {@link #FORMAT} counts them: it grows when a program that knows the old number could
 * misread the new tables. A program reads every format up to its own, and never rewrites a file to do so.
 */
final class CaptureSchema {

    static final int FORMAT = 1;

    static final Set<String> TABLES = Set.of("FORMAT", "ABOUT", "BLOCK", "PART");

    private static final List<String> CREATE = List.of(
            "CREATE TABLE FORMAT(NUMBER INTEGER NOT NULL)",
            "INSERT INTO FORMAT VALUES(" + FORMAT + ")",
            "CREATE TABLE ABOUT(NAME VARCHAR PRIMARY KEY, TEXT VARCHAR NOT NULL)",
            """
            CREATE TABLE BLOCK(FIRST_EVENT BIGINT PRIMARY KEY, EVENTS INTEGER NOT NULL, EARLIEST BIGINT NOT NULL,
            LATEST BIGINT NOT NULL, LINKS INTEGER NOT NULL, TRAFFIC VARBINARY NOT NULL, FIRST_PART BIGINT NOT NULL,
            PARTS INTEGER NOT NULL, SIZE INTEGER NOT NULL)""",
            "CREATE TABLE PART(NUMBER BIGINT PRIMARY KEY, BYTES VARBINARY NOT NULL)");

    private static final String NAME = "\"\\w+\"";
    private static final String TABLE = "\"PUBLIC\"\\." + NAME;
    private static final String COLUMNS = "\\(" + NAME + "(, " + NAME + ")*\\)";
    /** H2 notes there how selective a column is, once it has analysed the table. */
    private static final String COLUMN = NAME
            + " (BIGINT|INTEGER|CHARACTER VARYING(\\(\\d+\\))?|BINARY VARYING(\\(\\d+\\))?)"
            + "( SELECTIVITY \\d+)?( NOT NULL)?";

    /** All that H2 writes into its own catalogue for tables such as ours. */
    private static final Pattern HARMLESS = Pattern.compile(String.join("|",
            "SET \\w+ -?\\d+",
            "CREATE USER IF NOT EXISTS \"\\w*\" SALT '[0-9a-f]*' HASH '[0-9a-f]*' ADMIN",
            "CREATE CACHED TABLE " + TABLE + "\\(\\s*" + COLUMN + "(,\\s*" + COLUMN + ")*\\s*\\)",
            "CREATE PRIMARY KEY " + TABLE + " ON " + TABLE + COLUMNS,
            "ALTER TABLE " + TABLE + " ADD CONSTRAINT " + TABLE + " PRIMARY KEY" + COLUMNS + " INDEX " + TABLE));

    private CaptureSchema() {
    }

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : CREATE) {
                statement.execute(sql);
            }
        }
    }

    /** The format of an open file; -1 where it has no such table. */
    static int format(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet tables = statement.executeQuery(
                    "SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA='PUBLIC' AND TABLE_NAME='FORMAT'")) {
                if (!tables.next()) {
                    return -1;
                }
            }
            try (ResultSet format = statement.executeQuery("SELECT MAX(NUMBER) FROM FORMAT")) {
                return format.next() ? format.getInt(1) : -1;
            }
        }
    }

    /**
     * Whether a statement of H2's own catalogue does nothing but declare plain tables. Opening a database runs its
     * catalogue with all rights, functions in Java and access to files included; a capture may come from anybody.
     */
    static boolean isHarmless(String catalogueStatement) {
        return HARMLESS.matcher(catalogueStatement).matches();
    }
}
