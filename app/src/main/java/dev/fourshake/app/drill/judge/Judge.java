package dev.fourshake.app.drill.judge;

import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.Deliveries;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.app.drill.result.Verdict;
import dev.fourshake.model.exchange.Exchange;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.RowKind;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Says what has become of the message of a case, and who is to blame if it is not what was promised. */
public final class Judge {

    private final Reading reading;
    private final Evidence evidence;
    private final FaultPoint point;
    private final TraceSnapshot trace;
    private final Optional<Return> comeback;
    private final List<Breach> breaches = new ArrayList<>();
    private final Deliveries deliveries;
    private final List<Exchange> published;
    private final List<Exchange> delivered;

    private Judge(Evidence evidence) {
        this.evidence = evidence;
        reading = new Reading(evidence);
        point = evidence.point();
        trace = evidence.trace();
        comeback = Return.of(reading);
        published = reading.carriers(Direction.CLIENT_TO_SERVER, point.devicePublishes());
        delivered = reading.carriers(Direction.SERVER_TO_CLIENT, !point.devicePublishes());
        deliveries = new Deliveries(WireCount.of(reading, delivered), evidence.atSubscriber());
    }

    /** What the case comes to, and who broke a promise, from this evidence alone. */
    public static Verdict verdict(Evidence evidence) {
        return new Judge(evidence).judge();
    }

    private Verdict judge() {
        if (IntStream.range(0, trace.rowCount()).anyMatch(row -> trace.kind(row) == RowKind.MISSED)) {
            return inconclusive(text("missed"));
        }
        Offences offences = new Offences(reading);
        breaches.addAll(offences.found());
        reading.handshake().ifPresent(handshake -> breaches.addAll(offences.publishAfterPubrec(handshake)));
        comeback.flatMap(back -> back.breach(reading)).ifPresent(breaches::add);
        Optional<Message> nothing = provesNothing();
        if (nothing.isPresent()) {
            return inconclusive(nothing.get());
        }
        return reading.handshake().map(this::ofHandshake).orElseGet(this::ofNothing);
    }

    /** Why the case cannot prove anything, whatever was counted. */
    private Optional<Message> provesNothing() {
        OptionalInt granted = new Grants(reading).lowered();
        if (granted.isPresent()) {
            return Optional.of(text("lowered", granted.getAsInt()));
        } else if (!evidence.marked() && published.size() + reading.publishedByOthers().size() > 1) {
            return Optional.of(text("notUnique"));
        } else if (reading.handshake().filter(Judge::isRefused).isPresent()) {
            int last = reading.handshake().get().steps().getLast().row();
            return Optional.of(text("rejected", hex(trace.reasonCode(last))));
        }
        return comeback.flatMap(back -> back.sessionGone(reading));
    }

    /** By PUBACK or PUBREC; a PUBCOMP of 0x92 only says that all was over already (MQTT 5.0 section 3.7.2.1). */
    private static boolean isRefused(Exchange handshake) {
        return handshake.outcome() == Outcome.REJECTED && handshake.steps().getLast().type() != PacketType.PUBCOMP;
    }

    /** No message of the case was seen between the device and its broker. */
    private Verdict ofNothing() {
        OptionalInt sent = sentByCounterpart();
        if (!point.devicePublishes() && sent.isPresent() && new Grants(reading).isSubscribed(sent.getAsInt())) {
            accuse(breach(Culprit.BROKER, "breach.notDelivered"));
            return verdict(Result.LOST, text("result.LOST"));
        }
        OptionalInt refused = new Grants(reading).refused();
        return inconclusive(evidence.device().isEmpty() ? text("noDevice")
                : refused.isPresent() ? text("notAllowed", hex(refused.getAsInt()))
                : text("noMessage", point.qos().level()));
    }

    /** Row of the message that the other end has published, if the broker has taken it over. */
    private OptionalInt sentByCounterpart() {
        return IntStream.range(0, trace.exchangeCount()).mapToObj(trace::exchange)
                .filter(each -> each.kind() == point.exchangeKind() && each.direction() == Direction.CLIENT_TO_SERVER
                        && reading.isOfCounterpart(each.firstRow()) && each.outcome() == Outcome.COMPLETE)
                .mapToInt(Exchange::firstRow).findFirst();
    }

    private Verdict ofHandshake(Exchange handshake) {
        if (handshake.outcome() == Outcome.OPEN || handshake.outcome() == Outcome.ABANDONED) {
            accuse(Debt.of(reading, handshake));
            return verdict(Result.STUCK, text("result.STUCK", handshake.steps().getLast().type().name()));
        } else if (reading.hit().isEmpty()) {
            breaches.add(breach(Culprit.TAP, "breach.noFault", point.step().name()));
            return inconclusive(text("notReached", point.step().name()));
        }
        if (point.fault().endsLink() && point.fault() != Fault.LOST && comeback.isEmpty()) {
            return inconclusive(text("notBack"));
        }
        int count = deliveries.count();
        if (count <= 1 || point.qos() == Qos.AT_LEAST_ONCE) {
            Optional<Behind> behind = evidence.missing().map(payload -> Behind.of(reading, payload));
            if (behind.isPresent()) {
                behind.get().breach().ifPresent(this::accuse);
                return verdict(behind.get().result(), behind.get().reason());
            }
        }
        compareCounts();
        Result result = count == 0 ? Result.LOST : count == 1 ? Result.EXACTLY_ONCE
                : point.qos() == Qos.AT_LEAST_ONCE ? Result.AT_LEAST_ONCE : Result.DUPLICATED;
        return verdict(result, text("result." + result.name(), count));
    }

    /** Who made more or less of the message than there was. */
    private void compareCounts() {
        int onWire = deliveries.onWire();
        int counted = deliveries.count();
        boolean exactly = point.qos() == Qos.EXACTLY_ONCE;
        if (onWire == 0) {
            accuse(breach(Culprit.BROKER, "breach.notDelivered"));
        } else if (counted == 0) {
            accuse(breach(evidence.subscriber(), "breach.swallowed", onWire));
        }
        if (exactly && isPublishedAgain()) {
            accuse(breach(publisher(), "breach.publishedTwice", published.size()));
        } else if (exactly && onWire > 1) {
            accuse(breach(Culprit.BROKER, "breach.sentTwice", onWire));
        }
        if (exactly && counted > onWire && onWire > 0) {
            accuse(breach(evidence.subscriber(), "breach.handedOverTwice", counted, onWire));
        }
    }

    /** What comes of one side's breach of the protocol is not laid at another's door. */
    private void accuse(Breach breach) {
        if (breaches.stream().allMatch(known -> known.by() == breach.by())) {
            breaches.add(breach);
        }
    }

    private boolean isPublishedAgain() {
        return WireCount.of(reading, published) > 1;
    }

    private Culprit publisher() {
        return point.devicePublishes() ? evidence.subject() : Culprit.CLIENT_LIBRARY;
    }

    private Verdict inconclusive(Message reason) {
        return verdict(Result.INCONCLUSIVE, reason);
    }

    private Verdict verdict(Result result, Message reason) {
        return new Verdict(result, reason, deliveries, breaches, new Offences(reading).repeats(),
                comeback.flatMap(back -> back.resumption(reading)), recovery());
    }

    private OptionalLong recovery() {
        if (reading.hit().isEmpty()) {
            return OptionalLong.empty();
        }
        int hit = reading.hit().getAsInt();
        int end = trace.finishedAt(trace.exchangeId(hit));
        boolean isOver = end >= hit && trace.outcome(trace.exchangeId(hit)) != Outcome.ABANDONED;
        return isOver ? OptionalLong.of(trace.timeNanos(end) - trace.timeNanos(hit))
                : OptionalLong.empty();
    }

    private static Breach breach(Culprit by, String key, Object... arguments) {
        return new Breach(by, "", List.of(), text(key, arguments));
    }

    private static String hex(int reasonCode) {
        return "0x%02X".formatted(reasonCode);
    }

    private static Message text(String key, Object... arguments) {
        return Message.of(Judge.class, key, arguments);
    }
}
