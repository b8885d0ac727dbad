package dev.fourshake.app.capture;

import java.io.IOException;
import java.sql.SQLException;

/** Where the parts of blocks are read from. */
interface PartSource extends AutoCloseable {

    /** The part with this number. */
    BlockPart part(long number) throws SQLException, IOException, BadBlockException;

    @Override
    void close();
}
