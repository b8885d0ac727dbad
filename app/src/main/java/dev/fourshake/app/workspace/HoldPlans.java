package dev.fourshake.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.data.KeptFile;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the user has set up to be held, by the name of the tap, kept in one JSON file, which is read at the start, and
 * again before it is written: another program may have the same folder. Any thread.
 */
public final class HoldPlans {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final KeptFile file;
    /** Whoever writes has it, beside that of this object: who asks does not wait for the disk. */
    private final Object writing = new Object();
    private final Map<String, HoldPlan> plans = new LinkedHashMap<>();
    /** Names of the taps for which something was changed here that is not written yet. */
    private final Set<String> changed = new HashSet<>();
    private volatile Message problem;

    public HoldPlans(Path file) {
        this.file = new KeptFile(file);
        read();
    }

    public synchronized Optional<HoldPlan> of(String tap) {
        return Optional.ofNullable(plans.get(tap));
    }

    /** Remembers it; {@link #save} brings it to the disk. */
    public synchronized void put(String tap, HoldPlan plan) {
        plans.put(tap, plan);
        changed.add(tap);
    }

    /**
     * What was set up for a tap is that of a tap of another name from now on. What was set up under that name already
     * stays there, behind it.
     *
     * @return how many breakpoints have come to it in this way; empty where nothing has changed
     */
    synchronized OptionalInt rename(String tap, String name) {
        HoldPlan plan = plans.get(tap);
        if (plan == null || tap.equals(name)) {
            return OptionalInt.empty();
        }
        HoldPlan there = plans.get(name);
        HoldPlan both = there == null ? plan : plan.with(there);
        changed.addAll(Set.of(tap, name));
        plans.remove(tap);
        plans.put(name, both);
        return OptionalInt.of(both.breakpoints().size() - plan.breakpoints().size());
    }

    /** Why the file could not be read or written, the last time. */
    public Optional<Message> problem() {
        return Optional.ofNullable(problem);
    }

    /** Writes all that is remembered now, beside what another program has written since. Touches the disk. */
    public void save() {
        synchronized (writing) {
            Map<String, HoldPlan> elsewhere = written();
            Set<String> ours = new HashSet<>();
            try {
                file.write(JSON.writeValueAsBytes(merged(elsewhere, ours)));
                problem = null;
            } catch (IOException failure) {
                stillChanged(ours);
                problem = Message.of(HoldPlans.class, "holds.unwritable", file.toString(), KeptFile.reason(failure));
            }
        }
    }

    /** What the file says now; nothing where it cannot tell. */
    private Map<String, HoldPlan> written() {
        try {
            return parse(file.read());
        } catch (IOException | IllegalArgumentException | NullPointerException _) {
            return Map.of();
        }
    }

    private static Map<String, HoldPlan> parse(byte[] json) throws IOException {
        Map<String, HoldPlan> parsed = new LinkedHashMap<>();
        for (SavedHold saved : List.of(JSON.readValue(json, SavedHold[].class))) {
            parsed.put(saved.tap(), saved.plan());
        }
        return parsed;
    }

    /** @param ours takes the names of what was changed here, and counts as written from now on */
    private synchronized List<SavedHold> merged(Map<String, HoldPlan> elsewhere, Set<String> ours) {
        ours.addAll(changed);
        changed.clear();
        elsewhere.forEach((tap, plan) -> {
            if (!ours.contains(tap)) {
                plans.put(tap, plan);
            }
        });
        return plans.entrySet().stream().map(each -> SavedHold.of(each.getKey(), each.getValue())).toList();
    }

    private synchronized void stillChanged(Set<String> ours) {
        changed.addAll(ours);
    }

    private void read() {
        try {
            plans.putAll(parse(file.read()));
        } catch (NoSuchFileException _) {
            plans.clear();
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException broken) {
            keepAside();
        } catch (IOException unreadable) {
            problem = Message.of(HoldPlans.class, "holds.unreadable", file.toString(), KeptFile.reason(unreadable));
        }
    }

    /** A file that is not understood is kept for the user, who may have written it by hand. */
    private void keepAside() {
        try {
            file.setAside();
            problem = Message.of(HoldPlans.class, "holds.broken", file.toString(), file.aside().toString());
        } catch (IOException failure) {
            problem = Message.of(HoldPlans.class, "holds.unreadable", file.toString(), KeptFile.reason(failure));
        }
    }
}
