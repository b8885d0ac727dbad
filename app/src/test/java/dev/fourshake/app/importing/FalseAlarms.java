package dev.fourshake.app.importing;

import dev.fourshake.model.finding.Finding;
import dev.fourshake.model.trace.Inspection;
import dev.fourshake.model.wire.LinkOpened;
import dev.fourshake.model.wire.WireEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Findings of an incomplete capture that the whole one does not have. */
final class FalseAlarms {

    /** These say that something is missing. */
    private static final Set<String> OF_WHAT_IS_MISSING = Set.of("FS-MISSED", "FS-OPAQUE", "FS-ASSUMED-VERSION");

    private static final String TWICE = "FS-DELIVERED-TWICE";
    /** The generator resumes sessions that have ended, which the whole capture shows and a part may not. */
    private static final String RESUMED = "MQTT-3.2.2-3";

    private final PacketRecords whole;
    private final Set<String> justified;

    FalseAlarms(PacketRecords whole) {
        this.whole = whole;
        justified = findings(whole).keySet();
    }

    /** By rule and client; the message of each. */
    Map<String, String> with(Damage damage, long seed) {
        Map<String, String> found = findings(damage.of(whole, new Random(seed)));
        found.keySet().removeAll(justified);
        found.keySet().removeIf(key -> key.startsWith(TWICE) && justified.contains(key.replace(TWICE, RESUMED)));
        found.keySet().removeIf(key -> OF_WHAT_IS_MISSING.contains(key.split(" ")[0]));
        return found;
    }

    private static Map<String, String> findings(PacketRecords capture) {
        List<WireEvent> events = Imported.of(capture.bytes()).events();
        Inspection inspection = new Inspection();
        Map<Integer, String> clients = new HashMap<>();
        for (WireEvent event : events) {
            inspection.append(event);
            if (event instanceof LinkOpened opened) {
                clients.put(opened.link(), opened.client().replaceFirst(":\\d+$", ""));
            }
        }
        Map<String, String> findings = new TreeMap<>();
        for (Finding finding : inspection.summary().findings()) {
            findings.put(finding.rule() + " " + clients.get(finding.link()),
                    finding.severity() + " " + finding.rows() + " " + finding.message().text());
        }
        return findings;
    }
}
