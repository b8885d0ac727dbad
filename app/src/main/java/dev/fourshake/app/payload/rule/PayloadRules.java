package dev.fourshake.app.payload.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fourshake.app.data.KeptFile;
import dev.fourshake.app.payload.Choice;
import dev.fourshake.model.text.Message;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The rules in their order: the first whose filter matches holds. Kept in one JSON file that people can read and write,
 * read once and written after each change. Any thread; changing touches the disk, asking does not wait for it.
 */
public final class PayloadRules {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final KeptFile file;
    private volatile List<PayloadRule> rules = List.of();
    private volatile Message problem;

    public PayloadRules(Path file) {
        this.file = new KeptFile(file);
        read();
    }

    public List<PayloadRule> all() {
        return rules;
    }

    /** Why the file could not be read or written, the last time. */
    public Optional<Message> problem() {
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
            SavedRule[] saved = JSON.readValue(file.read(), SavedRule[].class);
            rules = List.of(saved).stream().flatMap(rule -> rule.rule().stream()).toList();
        } catch (NoSuchFileException _) {
            rules = List.of();
        } catch (JsonProcessingException | NullPointerException broken) {
            keepAside();
        } catch (IOException unreadable) {
            problem = Message.of(PayloadRules.class, "rules.unreadable", file.toString(), KeptFile.reason(unreadable));
        }
    }

    /** A file that is no list of rules is kept for the user, who may have written it by hand. */
    private void keepAside() {
        try {
            file.setAside();
            problem = Message.of(PayloadRules.class, "rules.broken", file.toString(), file.aside().toString());
        } catch (IOException failure) {
            problem = Message.of(PayloadRules.class, "rules.unreadable", file.toString(), KeptFile.reason(failure));
        }
    }

    private void write() {
        try {
            file.write(JSON.writeValueAsBytes(rules.stream().map(SavedRule::of).toList()));
            problem = null;
        } catch (IOException failure) {
            problem = Message.of(PayloadRules.class, "rules.unwritable", file.toString(), KeptFile.reason(failure));
        }
    }
}
