package dev.fourshake.app.script;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.fourshake.app.script.Piece.Items;
import dev.fourshake.app.script.Piece.Named;
import dev.fourshake.app.script.Piece.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads the text of a script into its pieces. JSON may have comments, as YAML has. */
final class PieceReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();
    private static final JsonFactory YAML = new YAMLFactory();
    /** Brackets in brackets; a script needs four. */
    private static final int DEEPEST = 16;

    private final JsonParser parser;

    private PieceReader(JsonParser parser) {
        this.parser = parser;
    }

    /** JSON where it begins as an object of JSON does, else YAML. */
    static Piece read(String text) throws ScriptException {
        JsonFactory language = isJson(text) ? JSON : YAML;
        try (JsonParser parser = language.createParser(text)) {
            PieceReader reader = new PieceReader(parser);
            if (parser.nextToken() == null) {
                throw ScriptException.at(new Place(1, 1, ""), "script.empty");
            }
            Piece whole = reader.piece(new Place(1, 1, ""), 0);
            if (parser.nextToken() != null) {
                throw ScriptException.at(reader.here(new Place(1, 1, "")), "script.surplus");
            }
            return whole;
        } catch (JsonProcessingException broken) {
            throw broken(broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What is wrong and where: of YAML its reader says first only what it was about to read, and where that began. */
    private static ScriptException broken(JsonProcessingException broken) {
        if (broken.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            Mark at = yaml.getProblemMark();
            return ScriptException.at(new Place(at.getLine() + 1, at.getColumn() + 1, ""), "script.broken",
                    yaml.getProblem().replaceFirst("\\. \\(Do not use .*", ""));
        }
        JsonLocation at = broken.getLocation();
        Place place = at == null ? new Place(1, 1, "") : new Place(at.getLineNr(), at.getColumnNr(), "");
        return ScriptException.at(place, "script.broken", reason(broken));
    }

    /** Without where the bracket was opened, which it says as a programmer would. */
    private static String reason(JsonProcessingException broken) {
        return broken.getOriginalMessage().lines().findFirst().orElse("").replaceFirst(" \\((for|start marker) .*", "");
    }

    private static boolean isJson(String text) {
        String bare = text.stripLeading();
        return bare.startsWith("{") || bare.startsWith("[") || bare.startsWith("//") || bare.startsWith("/*");
    }

    private Place here(Place place) {
        JsonLocation at = parser.currentTokenLocation();
        return place.at(at.getLineNr(), at.getColumnNr());
    }

    private Piece piece(Place outer, int depth) throws IOException, ScriptException {
        Place place = here(outer);
        if (depth > DEEPEST) {
            throw ScriptException.at(place, "script.deep");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> named(place, depth);
            case START_ARRAY -> items(place, depth);
            case VALUE_NULL -> throw ScriptException.at(place, "script.null");
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                    new Scalar(place, parser.getText());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                    throw ScriptException.at(place, "script.surplus");
        };
    }

    private Named named(Place place, int depth) throws IOException, ScriptException {
        Map<String, Piece> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place at = here(place.name(name));
            parser.nextToken();
            if (fields.put(name, piece(at, depth + 1)) != null) {
                throw ScriptException.at(at, "script.twice", name);
            }
        }
        return new Named(place, fields);
    }

    private Items items(Place place, int depth) throws IOException, ScriptException {
        List<Piece> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(piece(place.item(items.size()), depth + 1));
        }
        return new Items(place, items);
    }
}
