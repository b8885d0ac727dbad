package dev.fourshake.app.capture;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads parts from the table PART; closing it closes the database. */
final class DatabaseParts implements PartSource {

    private final CaptureDatabase database;
    private final PreparedStatement select;

    DatabaseParts(CaptureDatabase database) throws SQLException {
        this.database = database;
        select = database.connection().prepareStatement("SELECT BYTES FROM PART WHERE NUMBER=?");
    }

    @Override
    public BlockPart part(long number) throws SQLException, BadBlockException {
        select.setLong(1, number);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new BadBlockException("a part of it is missing");
            }
            return BlockPart.decode(row.getBytes(1), 0);
        }
    }

    @Override
    public void close() {
        database.closeQuietly();
    }
}
