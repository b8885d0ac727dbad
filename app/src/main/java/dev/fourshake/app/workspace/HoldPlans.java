package dev.fourshake.app.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the user has set up to be held, by the name of the tap, kept in one JSON file. It is read once and written whole
 * beside the old one. Any thread.
 */
public final class HoldPlans {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path file;
    private final Map<String, HoldPlan> plans = new LinkedHashMap<>();
    private Message problem;

    public HoldPlans(Path file) {
        this.file = file;
        read();
    }

    public synchronized Optional<HoldPlan> of(String tap) {
        return Optional.ofNullable(plans.get(tap));
    }

    /** Remembers it; {@link #save} brings it to the disk. */
    public synchronized void put(String tap, HoldPlan plan) {
        plans.put(tap, plan);
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
        plans.remove(tap);
        plans.put(name, both);
        return OptionalInt.of(both.breakpoints().size() - plan.breakpoints().size());
    }

    /** Why the file could not be read or written, the last time. */
    public synchronized Optional<Message> problem() {
        return Optional.ofNullable(problem);
    }

    /** Writes all that is remembered now. Touches the disk. */
    public synchronized void save() {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.write(next, JSON.writeValueAsBytes(plans.entrySet().stream()
                    .map(each -> SavedHold.of(each.getKey(), each.getValue())).toList()));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            problem = null;
        } catch (IOException failure) {
            problem = Message.of(HoldPlans.class, "holds.unwritable", file.toString(), failure.toString());
        }
    }

    private void read() {
        try {
            for (SavedHold saved : List.of(JSON.readValue(Files.readAllBytes(file), SavedHold[].class))) {
                plans.put(saved.tap(), saved.plan());
            }
        } catch (NoSuchFileException _) {
            plans.clear();
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException broken) {
            plans.clear();
            keepAside();
        } catch (IOException unreadable) {
            problem = Message.of(HoldPlans.class, "holds.unreadable", file.toString(), unreadable.toString());
        }
    }

    /** A file that is not understood is kept for the user, who may have written it by hand. */
    private void keepAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".bak");
        problem = Message.of(HoldPlans.class, "holds.broken", file.toString(), aside.toString());
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            problem = Message.of(HoldPlans.class, "holds.unreadable", file.toString(), failure.toString());
        }
    }
}
