package dev.fourshake.app.script;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published schema says what the reader reads. */
class ScriptSchemaTest {

    private static JsonNode schema() throws Exception {
        try (InputStream in = Script.class.getResourceAsStream("script.schema.json")) {
            return JsonMapper.builder().build().readTree(in);
        }
    }

    @Test
    void theSchemaOfTheManualIsThatOfTheProgram() throws Exception {
        try (InputStream in = Script.class.getResourceAsStream("script.schema.json")) {
            assertArrayEquals(in.readAllBytes(), Files.readAllBytes(Path.of("../docs/script.schema.json")));
        }
    }

    @Test
    void theNamesAreTheReaders() throws Exception {
        assertEquals(new TreeSet<>(ScriptReader.SCRIPT), names(schema()));
        assertEquals(new TreeSet<>(ScriptReader.BREAKPOINT), names(schema().at("/$defs/breakpoint")));
        Set<String> reaction = new TreeSet<>();
        schema().at("/$defs/reaction/oneOf").forEach(kind -> reaction.addAll(names(kind)));
        assertEquals(new TreeSet<>(ReactionReader.NAMES), reaction);
    }

    @Test
    void eachValueThatTheSchemaListsIsRead() throws Exception {
        for (JsonNode type : schema().at("/$defs/type/enum")) {
            assertReads("types: " + type.asText());
        }
        assertEquals(13, schema().at("/$defs/type/enum").size());
        for (JsonNode direction : schema().at("/$defs/direction/enum")) {
            assertReads("direction: " + direction.asText());
        }
        for (JsonNode word : schema().at("/$defs/reaction/oneOf/0/enum")) {
            assertReads("reaction: " + word.asText());
        }
        for (JsonNode type : schema().at("/$defs/reaction/oneOf/3/properties/acknowledge/enum")) {
            assertReads("reaction: {acknowledge: " + type.asText() + "}");
        }
        assertThrows(ScriptException.class, () -> Script.parse("breakpoints: [{types: PINGRESP}]"));
    }

    private static void assertReads(String breakpoint) {
        assertDoesNotThrow(() -> Script.parse("breakpoints: [{" + breakpoint + "}]"), breakpoint);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        for (Iterator<String> each = object.path("properties").fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }
}
