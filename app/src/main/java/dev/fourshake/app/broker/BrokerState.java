package dev.fourshake.app.broker;

import dev.fourshake.model.text.Message;
import java.net.InetSocketAddress;

/** Where an {@link EmbeddedBroker} stands. It starts once; after {@code Failed} and {@code Stopped} nothing follows. */
public sealed interface BrokerState {

    /** On its way up: one to three seconds for the first broker of a process. */
    record Starting() implements BrokerState {
    }

    /** It accepts connections at {@code address}, a port of the loopback interface that was free. */
    record Listening(InetSocketAddress address) implements BrokerState {
    }

    /** It does not run. {@code sentence} says why and what to do. */
    record Failed(Message sentence) implements BrokerState {
    }

    /** It was stopped, and all that it kept is gone. */
    record Stopped() implements BrokerState {
    }
}
