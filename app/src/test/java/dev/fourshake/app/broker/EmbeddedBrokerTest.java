package dev.fourshake.app.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.broker.BrokerState.Failed;
import dev.fourshake.app.broker.BrokerState.Listening;
import dev.fourshake.app.broker.BrokerState.Starting;
import dev.fourshake.app.broker.BrokerState.Stopped;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class EmbeddedBrokerTest {

    private final List<BrokerState> seen = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void listensOnLoopbackOnceStartedAndCanBeStartedAgain() throws IOException {
        Thread.UncaughtExceptionHandler handler = (_, _) -> { };
        Thread.setDefaultUncaughtExceptionHandler(handler);
        EmbeddedBroker first = start();
        EmbeddedBroker second = EmbeddedBroker.start(_ -> { });
        try {
            InetSocketAddress address = listening(first);
            assertTrue(address.getAddress().isLoopbackAddress());
            assertNotEquals(address.getPort(), listening(second).getPort());
            connect(address);
            connect(listening(second));
            assertSame(handler, Thread.getDefaultUncaughtExceptionHandler());
            assertEquals(List.of(), filesLeft());
            assertEquals(List.of(new Starting(), new Listening(address)), seen);

            first.close();
            assertEquals(new Stopped(), first.state());
            assertEquals(List.of(new Starting(), new Listening(address), new Stopped()), seen);
            assertThrows(ConnectException.class, () -> connect(address));
            connect(listening(second));

            try (EmbeddedBroker third = start()) {
                connect(listening(third));
                second.stop();
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(null);
            first.stop().join();
            second.stop().join();
        }
    }

    @Test
    void stoppedWhileItStartsItEndsStopped() throws IOException {
        EmbeddedBroker broker = start();
        broker.close();
        broker.close();
        assertEquals(new Stopped(), broker.state());
        assertEquals(BrokerInsight.EMPTY, broker.insight().join());
        assertEquals(List.of(), filesLeft());
    }

    @Test
    void saysInASentenceThatItsFolderCannotBeWritten() {
        Path missing = folder.resolve("missing");
        try (EmbeddedBroker broker = EmbeddedBroker.start(missing, BrokerRetention.DEFAULT, seen::add)) {
            Failed failed = assertInstanceOf(Failed.class, broker.started().join());
            String sentence = failed.sentence().text();
            assertTrue(sentence.startsWith("The embedded broker could not write its settings into " + missing),
                    sentence);
            assertTrue(sentence.endsWith("name another folder with -Djava.io.tmpdir=FOLDER."), sentence);
        }
        assertInstanceOf(Failed.class, seen.getLast());
    }

    @Test
    void saysWhatItKeeps() {
        assertEquals(
                "For a client that is away it queues up to 1,000 messages of QoS 1 and 2; what comes after that is "
                        + "discarded.",
                BrokerRetention.DEFAULT.sentences().get(1).text(java.util.Locale.ENGLISH));
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(folder, BrokerRetention.DEFAULT, seen::add);
    }

    private static InetSocketAddress listening(EmbeddedBroker broker) {
        return assertInstanceOf(Listening.class, broker.started().join()).address();
    }

    private static void connect(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address);
        }
    }

    private List<Path> filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
