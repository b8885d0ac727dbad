package dev.fourshake.app.client;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that keeps what it hears. */
final class Inbox implements ClientListener {

    private final List<ReceivedMessage> messages = new CopyOnWriteArrayList<>();
    private final List<ClientFailure> losses = new CopyOnWriteArrayList<>();

    @Override
    public void messageArrived(ReceivedMessage message) {
        messages.add(message);
    }

    @Override
    public void connectionLost(ClientFailure reason) {
        losses.add(reason);
    }

    List<ReceivedMessage> messages() {
        return messages;
    }

    List<String> texts() {
        return messages.stream().map(message -> message.payload().utf8()).toList();
    }

    /** The first message, once it is there. */
    ReceivedMessage message() {
        return awaitMessages(1).getFirst();
    }

    List<ReceivedMessage> awaitMessages(int count) {
        await().until(() -> messages.size() >= count);
        return messages;
    }

    ClientFailure awaitLoss() {
        await().until(() -> !losses.isEmpty());
        return losses.getFirst();
    }

    List<ClientFailure> losses() {
        return losses;
    }
}
