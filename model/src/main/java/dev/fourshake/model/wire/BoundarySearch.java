package dev.fourshake.model.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * Finds the way back into a direction of a link of which bytes are missing: looks for a place from which packets follow
 * each other. One packet proves little: bytes in the middle of a payload may look like one. So evidence is added up,
 * and a place counts where there is enough:
 * <ul>
 * <li>each packet that looks right and ends within what is there: 1 point;</li>
 * <li>a chunk begins there, as senders like to write packets at once: 2 points;</li>
 * <li>a PUBLISH with a legible topic, or a CONNECT with the protocol's name, is among them: 2 points.</li>
 * </ul>
 *
 * <p>It keeps {@value #MOST} bytes at most. Not for several threads.
 */
final class BoundarySearch {

    /** Packets that are longer are not waited for. */
    static final int MOST = 1 << 16;

    private static final int MANY = 256;
    /** So many bytes tell whether a Topic Filter is one: it is looked at anew whenever more has come. */
    private static final int TELLING = 128;
    /** Its Property Identifier. */
    private static final int TOPIC_ALIAS = 0x23;
    private static final int ALIGNED = 2;
    private static final int LEGIBLE = 2;
    /** What is asked for where the last packet ends with the last byte that is there, and where it goes on. */
    private static final int ENOUGH_AT_END = 3;
    private static final int ENOUGH_WITHIN = 4;
    /** What is asked for besides where it is not known that this is MQTT. */
    private static final int DOUBT = 2;

    /** A place from which packets follow, as far as is known. */
    private static final class Candidate {
        private int from;
        private int next;
        private int points;
        private boolean legible;
        private boolean whole;

        Candidate(int from, int points) {
            this.from = from;
            this.next = from;
            this.points = points;
        }

        boolean isWholeAt(int end) {
            return whole && next == end;
        }
    }

    private enum Answer { NO, PERHAPS, YES }

    private final int doubt;
    private final List<Candidate> candidates = new ArrayList<>();
    private byte[] bytes = new byte[256];
    private int length;
    /** So many of them came before something that was told meanwhile. */
    private int late;

    /** @param isMqtt it is known from elsewhere that packets will follow */
    BoundarySearch(boolean isMqtt) {
        doubt = isMqtt ? 0 : DOUBT;
    }

    /**
     * Takes the next bytes of the direction.
     *
     * @return where in what is kept the first packet begins; -1 as long as nobody knows
     */
    int add(Bytes chunk) {
        int before = length;
        bytes = length + chunk.length() > bytes.length
                ? Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + chunk.length())) : bytes;
        chunk.copyTo(0, bytes, length, chunk.length());
        length += chunk.length();
        for (Iterator<Candidate> each = candidates.iterator(); each.hasNext();) {
            Candidate candidate = each.next();
            switch (judge(candidate)) {
                case YES -> {
                    return candidate.from;
                }
                case NO -> each.remove();
                case PERHAPS -> { }
            }
        }
        for (int place = before; place < length; place++) {
            if (Plausibility.ofFirstByte(bytes[place] & 0xFF)) {
                Candidate candidate = new Candidate(place, place == before ? ALIGNED : 0);
                Answer answer = judge(candidate);
                if (answer == Answer.YES) {
                    return place;
                }
                if (answer == Answer.PERHAPS && candidates.size() < MANY) {
                    candidates.add(candidate);
                }
            }
        }
        return -1;
    }

    /**
     * Where a packet may begin, nothing more being there to prove it; -1 where none does, or where a better one may
     * have begun that is not whole.
     */
    int best() {
        return candidates.stream().filter(candidate -> candidate.points >= ALIGNED || candidate.isWholeAt(length))
                .findFirst().filter(candidate -> candidate.isWholeAt(length))
                .map(candidate -> candidate.from).orElse(-1);
    }

    /** Something is told now that came behind all that is kept. */
    void passOver() {
        late = length;
    }

    /** How much of what is kept came before something that was told meanwhile. */
    int late() {
        return late;
    }

    /** Takes out what cannot be a packet any more: the bytes before the first place that may be one. */
    Bytes takeRefused() {
        int keep = candidates.isEmpty() ? length : candidates.getFirst().from;
        if (length - keep > MOST) {
            keep = length - MOST / 2;
        }
        return take(keep);
    }

    /** Takes out the first {@code count} bytes of what is kept. */
    Bytes take(int count) {
        Bytes taken = Bytes.of(Arrays.copyOf(bytes, count));
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
        late = Math.max(0, late - count);
        candidates.removeIf(candidate -> candidate.from < count);
        for (Candidate candidate : candidates) {
            candidate.from -= count;
            candidate.next -= count;
        }
        return taken;
    }

    /** Takes out all that is left. */
    Bytes takeAll() {
        return take(length);
    }

    private Answer judge(Candidate candidate) {
        while (candidate.next < length) {
            int at = candidate.next;
            int header = headerBytes(at);
            if (header <= 0) {
                return header == 0 ? Answer.PERHAPS : Answer.NO;
            }
            int body = body(at, header);
            int end = at + header + body;
            if (!looksRight(at, header, body)) {
                return Answer.NO;
            }
            if (!candidate.legible && isLegible(at, header, body)) {
                candidate.legible = true;
                candidate.points += LEGIBLE;
            }
            if (end > length) {
                return candidate.points >= ENOUGH_WITHIN + doubt ? Answer.YES
                        : body > MOST ? Answer.NO : Answer.PERHAPS;
            }
            candidate.next = end;
            candidate.points++;
            candidate.whole = true;
        }
        return candidate.points >= ENOUGH_AT_END + doubt ? Answer.YES : Answer.PERHAPS;
    }

    /** Length of the fixed header; 0 where its end is not there yet, -1 where it is none. */
    private int headerBytes(int at) {
        if (!Plausibility.ofFirstByte(bytes[at] & 0xFF)) {
            return -1;
        }
        for (int i = 1; i <= 4; i++) {
            if (at + i >= length) {
                return 0;
            }
            if (bytes[at + i] >= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private int body(int at, int header) {
        int body = 0;
        for (int i = 1; i < header; i++) {
            body |= (bytes[at + i] & 0x7F) << 7 * (i - 1);
        }
        return body;
    }

    private boolean looksRight(int at, int header, int body) {
        int known = Math.min(Math.min(Plausibility.PREFIX, body), length - at - header);
        long prefix = 0;
        for (int i = 0; i < known; i++) {
            prefix |= (bytes[at + header + i] & 0xFFL) << 8 * (7 - i);
        }
        return Plausibility.of(bytes[at] & 0xFF, body, prefix, known) && !isNowhere(at, header, body)
                && !isWithoutFilter(at, header, body);
    }

    /** A SUBSCRIBE or UNSUBSCRIBE that has no Topic Filter in its place, before MQTT 5 and in it. */
    private boolean isWithoutFilter(int at, int header, int body) {
        PacketType type = PacketType.ofFirstByte(bytes[at]);
        int filter = at + header + 2;
        if (type != PacketType.SUBSCRIBE && type != PacketType.UNSUBSCRIBE || filter + 2 > length) {
            return false;
        }
        int end = at + header + body;
        // Properties of 128 bytes or more have no place in most; where they have, they are not looked through.
        boolean none5 = bytes[filter] >= 0 ? isNoText(filter + 1 + bytes[filter], end) : end - filter < 0x80;
        return none5 && isNoText(filter, end);
    }

    /** Whether surely no text of a filter stands here, as far as its first bytes are there. */
    private boolean isNoText(int text, int end) {
        if (text + 2 > end) {
            return true;
        }
        if (text + 2 > length) {
            return false;
        }
        int to = text + 2 + ((bytes[text] & 0xFF) << 8 | bytes[text + 1] & 0xFF);
        if (to == text + 2 || to > end) {
            return true;
        }
        for (int i = text + 2; i < Math.min(Math.min(to, length), text + TELLING); i++) {
            if (bytes[i] == 0 || isNoUtf8(bytes[i] & 0xFF)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNoUtf8(int value) {
        return value == 0xC0 || value == 0xC1 || value > 0xF4;
    }

    /** A PUBLISH that has neither a topic nor a Topic Alias in its place: zeros in a payload look like that. */
    private boolean isNowhere(int at, int header, int body) {
        int from = at + header;
        if (PacketType.ofFirstByte(bytes[at]) != PacketType.PUBLISH || from + 2 > length
                || bytes[from] != 0 || bytes[from + 1] != 0) {
            return false;
        }
        int properties = from + 2 + ((bytes[at] & 0x06) == 0 ? 0 : 2);
        if (properties >= from + body) {
            return true;
        }
        if (properties >= length || bytes[properties] < 0) {
            return false; // not there yet, or too many to look through
        }
        int end = properties + 1 + bytes[properties];
        if (end > from + body) {
            return true;
        }
        for (int i = properties + 1; i < Math.min(end, length); i++) {
            if (bytes[i] == TOPIC_ALIAS) {
                return false;
            }
        }
        return end <= length;
    }

    private boolean isLegible(int at, int header, int body) {
        PacketType type = PacketType.ofFirstByte(bytes[at]);
        int text = at + header + 2;
        if (type != PacketType.PUBLISH && type != PacketType.CONNECT || text > length || body < 3) {
            return false;
        }
        int count = (bytes[text - 2] & 0xFF) << 8 | bytes[text - 1] & 0xFF;
        if (count == 0 || text + count > length) {
            return false;
        }
        if (type == PacketType.CONNECT) {
            String name = new String(bytes, text, count, StandardCharsets.ISO_8859_1);
            return name.equals("MQTT") || name.equals("MQIsdp");
        }
        for (int i = text; i < text + count; i++) {
            int value = bytes[i] & 0xFF;
            // Control characters, wildcards, and what no UTF-8 holds.
            if (value < 0x20 || value == 0x7F || value == '+' || value == '#' || isNoUtf8(value)) {
                return false;
            }
        }
        return true;
    }
}
