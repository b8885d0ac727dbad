package dev.fourshake.app.payload.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.payload.Choice;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The rules in their order: the first whose filter matches holds. Kept in one JSON file that people can read and write,
 * read once and written whole beside the old one after each change. Any thread.
 */
public final class PayloadRules {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path file;
    private List<PayloadRule> rules = List.of();
    private Message problem;

    public PayloadRules(Path file) {
        this.file = file;
        read();
    }

    public synchronized List<PayloadRule> all() {
        return rules;
    }

    /** Why the file could not be read or written, the last time. */
    public synchronized Optional<Message> problem() {
        return Optional.ofNullable(problem);
    }

    /** The first rule for a topic. */
    public Optional<PayloadRule> of(String topic) {
        return all().stream().filter(rule -> rule.filter().matches(topic)).findFirst();
    }

    /** The choice for a topic: that of its rule, else by looking. */
    public Choice choice(String topic) {
        return of(topic).<Choice>map(rule -> new Choice.Given(rule.format(), rule.schema(),
                Message.of(PayloadRules.class, "because.rule", rule.filter().text()))).orElse(Choice.BY_LOOKING);
    }

    /** Saves these instead of those that there are. Touches the disk. */
    public synchronized void become(List<PayloadRule> next) {
        rules = List.copyOf(next);
        write();
    }

    private void read() {
        try {
            SavedRule[] saved = JSON.readValue(Files.readAllBytes(file), SavedRule[].class);
            rules = List.of(saved).stream().flatMap(rule -> rule.rule().stream()).toList();
        } catch (NoSuchFileException _) {
            rules = List.of();
        } catch (JsonProcessingException | NullPointerException broken) {
            keepAside();
        } catch (IOException unreadable) {
            problem = Message.of(PayloadRules.class, "rules.unreadable", file.toString(), unreadable.toString());
        }
    }

    /** A file that is no list of rules is kept for the user, who may have written it by hand. */
    private void keepAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".bak");
        problem = Message.of(PayloadRules.class, "rules.broken", file.toString(), aside.toString());
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            problem = Message.of(PayloadRules.class, "rules.unreadable", file.toString(), failure.toString());
        }
    }

    private void write() {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.write(next, JSON.writeValueAsBytes(rules.stream().map(SavedRule::of).toList()));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            problem = null;
        } catch (IOException failure) {
            problem = Message.of(PayloadRules.class, "rules.unwritable", file.toString(), failure.toString());
        }
    }
}
