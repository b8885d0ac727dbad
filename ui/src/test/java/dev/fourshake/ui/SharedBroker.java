package dev.fourshake.ui;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.fourshake.app.broker.BrokerState;
import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.net.HostPort;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The address of one embedded broker for all tests of the JVM that ask for a parameter of type {@link HostPort}: it
 * takes two seconds to start.
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
        return parameter.getParameter().getType() == HostPort.class;
    }

    @Override
    public HostPort resolveParameter(ParameterContext parameter, ExtensionContext context) {
        EmbeddedBroker broker = context.getRoot().getStore(Namespace.create(SharedBroker.class))
                .computeIfAbsent(SharedBroker.class, _ -> new Started(EmbeddedBroker.start(_ -> { })), Started.class)
                .broker();
        return HostPort.loopback(assertInstanceOf(BrokerState.Listening.class, broker.started().join())
                .address().getPort());
    }
}
