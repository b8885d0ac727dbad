package dev.fourshake.model.dissect;

/** The syntax of Topic Names and Topic Filters (MQTT 5.0 sections 4.7 and 4.8.2). */
final class TopicSyntax {

    private static final String SHARED = "$share/";

    private TopicSyntax() {
    }

    /**
     * Judges a Topic Name that was just read.
     *
     * @param from where the field begins, with its length
     */
    static void judgeName(PacketReader in, String field, String name, int from, Rule whenWildcard) {
        if (name.isEmpty()) {
            in.defect(Rule.TOPIC_EMPTY, from, 2, field);
            return;
        }
        int wildcard = firstWildcard(name, 0, name.length());
        if (wildcard >= 0 && in.isTextWellFormed()) {
            in.defect(whenWildcard, byteAt(name, wildcard, from), 1, field, name);
        }
    }

    /** Judges a Topic Filter that was just read. */
    static void judgeFilter(PacketReader in, String filter, int from) {
        if (filter.isEmpty()) {
            in.defect(Rule.FILTER_EMPTY, from, 2);
        } else if (!in.isTextWellFormed()) {
            return;
        } else if (in.isMqtt5() && isShared(filter)) {
            judgeShared(in, filter, from);
        } else {
            judgeWildcards(in, filter, 0, from);
        }
    }

    static boolean isShared(String filter) {
        return filter.startsWith(SHARED);
    }

    private static void judgeShared(PacketReader in, String filter, int from) {
        int slash = filter.indexOf('/', SHARED.length());
        int nameEnd = slash < 0 ? filter.length() : slash;
        int wildcard = firstWildcard(filter, SHARED.length(), nameEnd);
        if (nameEnd == SHARED.length()) {
            in.defect(Rule.SHARE_NAME_EMPTY, byteAt(filter, nameEnd, from), 0, filter);
        } else if (wildcard >= 0) {
            in.defect(Rule.SHARE_NAME, byteAt(filter, wildcard, from), 1, filter);
        }
        if (slash >= 0 && slash + 1 < filter.length()) {
            judgeWildcards(in, filter, slash + 1, from);
        } else if (nameEnd > SHARED.length()) {
            in.defect(Rule.SHARE_NAME, byteAt(filter, filter.length(), from), 0, filter);
        }
    }

    /** # only as the last level, + only as a whole level. */
    private static void judgeWildcards(PacketReader in, String filter, int begin, int from) {
        for (int at = firstWildcard(filter, begin, filter.length()); at >= 0;
                at = firstWildcard(filter, at + 1, filter.length())) {
            boolean begins = at == begin || filter.charAt(at - 1) == '/';
            boolean last = at + 1 == filter.length();
            if (filter.charAt(at) == '#' && !(begins && last)) {
                in.defect(Rule.FILTER_MULTI_LEVEL_WILDCARD, byteAt(filter, at, from), 1, filter);
            } else if (filter.charAt(at) == '+' && !(begins && (last || filter.charAt(at + 1) == '/'))) {
                in.defect(Rule.FILTER_SINGLE_LEVEL_WILDCARD, byteAt(filter, at, from), 1, filter);
            }
        }
    }

    private static int firstWildcard(String text, int from, int to) {
        int plus = text.indexOf('+', from, to);
        int hash = text.indexOf('#', from, to);
        return plus < 0 ? hash : hash < 0 ? plus : Math.min(plus, hash);
    }

    /** Where in the packet the character at {@code index} of a string begins whose field begins at {@code from}. */
    private static int byteAt(String text, int index, int from) {
        int at = from + 2;
        for (int i = 0; i < index; i++) {
            char c = text.charAt(i);
            // A surrogate is half of a character of four bytes.
            at += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return at;
    }
}
