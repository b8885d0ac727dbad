package dev.fourshake.app.payload.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.payload.Choice;
import dev.fourshake.app.payload.Schema;
import dev.fourshake.model.topic.TopicFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayloadRulesTest {

    @TempDir
    Path folder;

    private final PayloadRule press = new PayloadRule(TopicFilter.of("plant/+/raw"), "protobuf",
            new Schema(Optional.of(Path.of("r.desc")), Optional.of("plant.Reading")));
    private final PayloadRule all = new PayloadRule(TopicFilter.of("plant/#"), "text", Schema.NONE);

    private Path file() {
        return folder.resolve("sub").resolve("payloads.json");
    }

    @Test
    void theFirstRuleWhoseFilterMatchesHolds() {
        PayloadRules rules = new PayloadRules(file());
        rules.become(List.of(press, all));
        assertEquals(Optional.of(press), rules.of("plant/4/raw"));
        assertEquals(Optional.of(all), rules.of("plant/4/state"));
        assertEquals(Choice.BY_LOOKING, rules.choice("other"));
        assertEquals(Optional.of("text"), rules.choice("plant").formatGiven());
    }

    @Test
    void rulesAreThereAtTheNextStartAndLegible() throws IOException {
        new PayloadRules(file()).become(List.of(press, all));
        assertEquals(List.of(press, all), new PayloadRules(file()).all());
        assertTrue(Files.readString(file()).contains("\"topicFilter\" : \"plant/+/raw\""));
    }

    @Test
    void aFileThatIsNoListOfRulesIsKeptAside() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{ nonsense");
        PayloadRules rules = new PayloadRules(file());
        assertEquals(List.of(), rules.all());
        assertTrue(rules.problem().isPresent());
        assertEquals("{ nonsense", Files.readString(folder.resolve("sub").resolve("payloads.json.bak")));
    }

    @Test
    void aRuleThatCannotBeMeantIsLeftOut() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "[{\"topicFilter\": \"a\"}, {\"format\": \"text\"}, "
                + "{\"topicFilter\": \"b\", \"format\": \"json\", \"later\": 1}]");
        assertEquals(List.of("b"), new PayloadRules(file()).all().stream().map(rule -> rule.filter().text()).toList());
    }
}
