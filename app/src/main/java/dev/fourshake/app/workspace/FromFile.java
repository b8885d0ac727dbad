package dev.fourshake.app.workspace;

import java.nio.file.Path;

/** A source that was opened from a capture file. */
public sealed interface FromFile extends OpenTrace permits CaptureTrace, CaptureReplay {

    /** Absolute. */
    Path file();

    /** Whether it shows the file as it is now, and to its end: opening it again would show nothing else. */
    boolean isCurrent();
}
