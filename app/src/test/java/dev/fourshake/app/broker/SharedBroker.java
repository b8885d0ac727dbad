package dev.fourshake.app.broker;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One embedded broker for all tests of the JVM that ask for a parameter of type {@link EmbeddedBroker}: it takes two
 * seconds to start. Tests use topics and client identifiers of their own.
 */
public final class SharedBroker implements ParameterResolver {

    private record Started(EmbeddedBroker broker) implements AutoCloseable {

        @Override
        public void close() {
            broker.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedBroker.class;
    }

    @Override
    public EmbeddedBroker resolveParameter(ParameterContext parameter, ExtensionContext context) {
        EmbeddedBroker broker = context.getRoot().getStore(Namespace.create(SharedBroker.class))
                .computeIfAbsent(SharedBroker.class, _ -> new Started(EmbeddedBroker.start(_ -> { })), Started.class)
                .broker();
        addressOf(broker);
        return broker;
    }

    /** Where it listens, once it does. */
    public static InetSocketAddress addressOf(EmbeddedBroker broker) {
        return assertInstanceOf(BrokerState.Listening.class, broker.started().join()).address();
    }
}
