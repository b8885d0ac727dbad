package dev.fourshake.model.diagram;

import dev.fourshake.model.diagram.Part.Role;
import dev.fourshake.model.exchange.Judgement;
import dev.fourshake.model.text.Bundles;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.LinkEnded.Party;
import dev.fourshake.model.wire.PacketType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/** Puts a page into words of one language. Any thread. */
public final class Wording {

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle bundle;
    private final Map<String, String> words = new ConcurrentHashMap<>();

    /** @param zone in which times of day are written */
    public Wording(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.bundle = Bundles.of(Wording.class.getPackageName() + ".messages", locale);
    }

    /** The words of an arrow, in the order in which they stand. */
    public List<Part> parts(Mark.Arrow arrow) {
        return parts(arrow, -1);
    }

    /** @param standing how long its packet has stood at the tap, in nanoseconds; -1 if it did not, or none asks */
    public List<Part> parts(Mark.Arrow arrow, long standing) {
        Label label = arrow.label();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Role.TYPE, label.type() == null ? word("opaque") : label.type().name()));
        if (label.packetId() > 0) {
            parts.add(new Part(Role.ID, "#" + label.packetId()));
        }
        tap(arrow.course(), standing, parts);
        alarm(arrow.judgement(), arrow.course(), parts);
        if (label.qos() >= 0) {
            parts.add(new Part(Role.QOS, "QoS " + label.qos()));
        }
        if (label.dup()) {
            parts.add(new Part(Role.FLAG, "DUP"));
        }
        if (label.retain()) {
            parts.add(new Part(Role.FLAG, "RETAIN"));
        }
        if (!label.topic().isEmpty()) {
            parts.add(new Part(Role.TOPIC, Printable.text(label.topic())));
        }
        if (label.more() > 0) {
            parts.add(new Part(Role.DETAIL, text("more", label.more())));
        }
        detail(label, parts);
        if (label.stepNanos() >= 0) {
            parts.add(new Part(Role.TIME, "+" + Elapsed.text(label.stepNanos())));
        }
        return parts;
    }

    private void tap(Course course, long standing, List<Part> parts) {
        switch (course) {
            case PASSED -> { }
            case CUT -> parts.add(new Part(Role.TAP, word("word.cut")));
            case HELD -> parts.add(new Part(Role.TAP, standing < 0 ? word("word.held") : held(standing)));
            case RELEASED -> parts.add(new Part(Role.TAP, standing < 0 ? word("word.released")
                    : text("released.after", Elapsed.text(standing))));
            case DISCARDED -> parts.add(new Part(Role.TAP, word("word.discarded")));
            case DROPPED -> parts.add(new Part(Role.TAP, word("word.dropped")));
            case DUPLICATED -> parts.add(new Part(Role.TAP, word("word.duplicated")));
            case INJECTED -> parts.add(new Part(Role.TAP, word("word.injected")));
        }
    }

    private void alarm(Judgement judgement, Course course, List<Part> parts) {
        switch (judgement) {
            case REGULAR -> { }
            case REPEATED -> {
                if (course != Course.DUPLICATED) {
                    parts.add(new Part(Role.ALARM, word("word.repeated")));
                }
            }
            case ILLEGAL -> parts.add(new Part(Role.ALARM, word("word.illegal")));
            case MALFORMED -> parts.add(new Part(Role.ALARM, word("word.malformed")));
            case LOST -> {
                if (course != Course.DROPPED && course != Course.DISCARDED) {
                    parts.add(new Part(Role.ALARM, word("word.lost")));
                }
            }
        }
    }

    private void detail(Label label, List<Part> parts) {
        if (label.type() == null) {
            parts.add(new Part(Role.DETAIL, text("bytes", label.length())));
        }
        if (label.reasonCode() > (label.type() == PacketType.SUBACK ? 2 : 0)) {
            parts.add(new Part(label.isRefusal() ? Role.ALARM : Role.DETAIL, reasonCode(label.reasonCode())));
        }
        if (!label.reason().isEmpty() && (label.reasonCode() > 0 || label.type() == PacketType.SUBACK)) {
            parts.add(new Part(Role.DETAIL, label.reason()));
        }
        switch (label.flag()) {
            case NONE -> { }
            case CLEAN_START -> parts.add(new Part(Role.DETAIL, word("flag.cleanStart")));
            case RESUME -> parts.add(new Part(Role.DETAIL, word("flag.resume")));
            case SESSION_PRESENT -> parts.add(new Part(Role.DETAIL, word("flag.sessionPresent")));
        }
    }

    private static String reasonCode(int code) {
        return String.format(Locale.ROOT, "0x%02X", code);
    }

    /** What happened on a link, as a phrase. */
    public String note(Mark mark) {
        return switch (mark) {
            case Mark.Arrow arrow -> String.join(" ", parts(arrow).stream().map(Part::text).toList());
            case Mark.Opened opened -> {
                boolean tls = opened.link().clientTls();
                yield text(tls ? "link.opened.tls" : "link.opened", opened.link().client());
            }
            case Mark.Ended ended -> switch (ended.end().how()) {
                case HALF_CLOSED -> text("link.halfClosed", ended.address(), party(ended.end().by()));
                case CLOSED -> text("link.closed", ended.address(), party(ended.end().by()));
                case RESET -> text("link.reset", ended.address(), party(ended.end().by()));
                case UNREACHABLE -> text("link.unreachable", ended.address());
                case TLS_FAILED -> text("link.tlsFailed", ended.address(), party(ended.end().by()));
            };
            case Mark.Missed missed -> missed.missed().bytes() == 0 ? text("missed.none")
                    : missed.missed().frames() < 0 ? text("missed", missed.missed().bytes())
                    : text("missed.frames", missed.missed().bytes(), missed.missed().frames());
        };
    }

    /** The same where there is little room: without the address of a device whose lifeline it stands at. */
    public String shortNote(Mark mark) {
        return mark instanceof Mark.Ended ended && ended.client() >= 0
                ? text("link.short." + ended.end().how().name(), party(ended.end().by())) : note(mark);
    }

    private String party(Party party) {
        return word("party." + party.name());
    }

    /** The name on a lifeline's head. */
    public String title(Head head) {
        return switch (head.lane().kind()) {
            case BROKER -> word("head.broker");
            case CLIENT -> head.name().isEmpty() ? word("head.unnamed") : Printable.text(head.name());
            case LINK -> head.address();
        };
    }

    /** What stands under the name: the version and the address, as far as they are known. */
    public String subtitle(Head head) {
        return head.version().map(version -> text("head.client", version.code(), head.address()))
                .orElse(head.lane().kind() == Lane.Kind.LINK ? "" : head.address());
    }

    /** The same where there is less room: the version, or else the address. */
    public String shortSubtitle(Head head) {
        return head.version().map(version -> text("head.version", version.code())).orElse(subtitle(head));
    }

    /** How long a packet stood, or stands, at the tap. */
    public String held(long nanos) {
        return text("held.for", Elapsed.text(nanos));
    }

    /** How long the first of several packets has stood at the tap. */
    public String held(long nanos, int packets) {
        return text("held.several", packets, Elapsed.text(nanos));
    }

    /** What stands where nothing happened for a while. */
    public String pause(long nanos) {
        return text("pause", Elapsed.text(nanos));
    }

    /** How many rows of each alarm there are from one index on and before another; empty if there are none. */
    public String alarms(Alarms alarms, int from, int to) {
        StringJoiner counts = new StringJoiner(" · ");
        for (Alarm alarm : Alarm.values()) {
            int count = alarm == Alarm.NONE ? 0 : alarms.count(alarm, from, to);
            if (count > 0) {
                counts.add(text("alarm." + alarm.name(), count));
            }
        }
        return counts.toString();
    }

    /** Time of day with milliseconds, {@code 12:03:04.123}. */
    public String clock(long timeNanos) {
        Instant instant = Instant.ofEpochSecond(0, timeNanos);
        ZoneOffset offset = zone.getRules().getOffset(instant);
        int millis = (int) Math.floorMod(instant.toEpochMilli() + offset.getTotalSeconds() * 1000L, 86_400_000L);
        // By hand: it is done for each visible row of each frame.
        StringBuilder text = new StringBuilder(12);
        digits(text, millis / 3_600_000, 10).append(':');
        digits(text, millis / 60_000 % 60, 10).append(':');
        digits(text, millis / 1000 % 60, 10).append('.');
        return digits(text, millis % 1000, 100).toString();
    }

    private static StringBuilder digits(StringBuilder text, int value, int first) {
        for (int unit = first; unit > 0; unit /= 10) {
            text.append((char) ('0' + value / unit % 10));
        }
        return text;
    }

    /** A pattern of this package's bundle, filled in. */
    public String text(String key, Object... arguments) {
        return Message.of(Wording.class, key, arguments).text(locale);
    }

    private String word(String key) {
        return words.computeIfAbsent(key, bundle::getString);
    }
}
