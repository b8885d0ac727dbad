package dev.fourshake.app.drill;

import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.model.wire.Bytes;
import java.util.Optional;
import java.util.OptionalInt;

/** What is drilled, in one case. */
sealed interface Subject extends AutoCloseable permits LibrarySubject, SiteSubject {

    /** The tap that it connects to. */
    TapOptions tap();

    /** To what the other end of the message subscribes. */
    String topics();

    /** It is to connect to the bench, and to subscribe where it has to. Need not wait until it has. */
    void start(Bench bench) throws ClientFailure;

    /** Sees to it that the message of the case is sent, by itself or by the other end. */
    void send(Counterpart counterpart);

    /** It is off since the fault, and is to come back. @param clientId with which it was connected */
    void restart(String clientId);

    /**
     * Waits until nothing more of the message can come, as far as that can be known.
     *
     * @return payload of the message by which it would have been known, where that has not arrived
     */
    Optional<Bytes> awaitLast(Counterpart counterpart, Bench bench) throws StoppedException;

    /** Who it is, if it does something wrong. */
    Culprit culprit();

    /** How often its application got the message; empty where nobody can ask it. */
    OptionalInt received();

    /** The same of the other end. */
    OptionalInt receivedBy(Counterpart counterpart);

    /** Whether no other message has the payload. */
    boolean isMarked();

    @Override
    void close();
}
