package dev.fourshake.app.drill;

import dev.fourshake.app.drill.Site.SiteMessage;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/** A real device: what it does nobody can tell it, but for a message that it reacts to and an engineer beside it. */
final class SiteSubject implements Subject {

    private final Site site;
    private final CaseSetup setup;
    private final DrillListener listener;

    SiteSubject(Site site, CaseSetup setup, DrillListener listener) {
        this.site = site;
        this.setup = setup;
        this.listener = listener;
    }

    @Override
    public TapOptions tap() {
        return setup.tapFor(site.listen(), site.tls());
    }

    @Override
    public String topics() {
        return site.topics().orElse("#");
    }

    @Override
    public void start(Bench bench) {
        listener.asks(Message.of(SiteSubject.class, "ask.connect", bench.deviceAddress().toString()));
    }

    @Override
    public void send(Counterpart counterpart) {
        Optional<SiteMessage> message = setup.point().devicePublishes() ? site.trigger() : site.message();
        message.ifPresentOrElse(it -> counterpart.publish(it.topic(), bytes(it.payload()),
                        setup.point().devicePublishes() ? Qos.AT_LEAST_ONCE : setup.point().qos()),
                () -> listener.asks(Message.of(SiteSubject.class, "ask.publish", setup.point().qos().level())));
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void restart(String clientId) {
        listener.asks(clientId.isEmpty() ? Message.of(SiteSubject.class, "ask.restart")
                : Message.of(SiteSubject.class, "ask.restart.named", clientId));
    }

    @Override
    public Optional<Bytes> awaitLast(Counterpart counterpart, Bench bench) {
        // A further message would be one more intrusion; that all was quiet has to do.
        return Optional.empty();
    }

    @Override
    public Culprit culprit() {
        return Culprit.DEVICE;
    }

    @Override
    public OptionalInt received() {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt receivedBy(Counterpart counterpart) {
        return OptionalInt.empty();
    }

    @Override
    public boolean isMarked() {
        return false;
    }

    @Override
    public void close() {
        // It is not ours.
    }
}
