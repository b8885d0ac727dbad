package dev.fourshake.app.capture;

import java.net.URI;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Lets H2 keep a database in a file of any name. H2 appends {@code .mv.db} to the name that it is given; in the scheme
 * {@value #SCHEME} that suffix is taken off again before the disk is asked, so that {@code press-4.fourshake} is the
 * whole capture. The name behind the scheme is the file's URI: no character of a file name can be taken for a part
 * of a JDBC URL. Public, with a public constructor, because H2 makes instances.
 */
public class CaptureFilePath extends FilePathWrapper {

    static final String SCHEME = "fourshake";
    private static final String SUFFIX = ".mv.db";

    /** For H2. */
    public CaptureFilePath() {
    }

    /** What H2 is to call the database that lies in {@code file}, in the scheme {@code scheme}. */
    static String databaseName(String scheme, Path file) {
        return scheme + ":" + file.toAbsolutePath().normalize().toUri().toString().replace(";", "%3B");
    }

    /** What H2 calls the file itself. */
    static String fileName(String scheme, Path file) {
        return databaseName(scheme, file) + SUFFIX;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    protected FilePath unwrap(String path) {
        String uri = path.substring(getScheme().length() + 1);
        String bare = uri.endsWith(SUFFIX) ? uri.substring(0, uri.length() - SUFFIX.length()) : uri;
        return FilePath.get(Path.of(URI.create(bare)).toString());
    }

    @Override
    public FilePathWrapper wrap(FilePath base) {
        return base == null ? null : getPath(databaseName(getScheme(), Path.of(base.name)));
    }

    @Override
    public FilePath toRealPath() {
        String real = databaseName(getScheme(), Path.of(getBase().toRealPath().name));
        return getPath(name.endsWith(SUFFIX) ? real + SUFFIX : real);
    }
}
