package dev.fourshake.app.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@code fourshake decode}: what stands in a request, what stands in an answer. */
class PacketDecoderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String CONNECT_5 = "10 0D 00 04 4D 51 54 54 05 02 00 3C 00 00 00";
    private static final String PUBLISH_Q2_5 = "34 0C 00 01 61 00 07 05 23 00 09 01 01 78";

    @Test
    void aGoodPacket() throws Exception {
        assertEquals("""
                {"verdict":"ok","type":"PUBLISH","protocol":"5","length":5,\
                "fields":{"dup":false,"qos":0,"retain":false,"topicName":"a","payload":"","payloadText":""}}""",
                PacketDecoder.answer("{\"hex\": \"30 03 00 01 61\", \"protocol\": \"3.1.1\"}")
                        .replace("3.1.1", "5"));
    }

    @Test
    void fieldsHaveTheNamesOfTheSpecification() throws Exception {
        JsonNode connect = fields(CONNECT_5, "5");
        assertEquals("MQTT", connect.path("protocolName").asText());
        assertTrue(connect.path("cleanStart").asBoolean());
        assertEquals(60, connect.path("keepAlive").asInt());
        JsonNode publish = fields(PUBLISH_Q2_5, "5");
        assertEquals(2, publish.path("qos").asInt());
        assertEquals(7, publish.path("packetId").asInt());
        assertEquals(9, publish.path("properties").path("topicAlias").asInt());
        assertEquals("78", publish.path("payload").asText());
        assertEquals("x", publish.path("payloadText").asText());
        assertEquals("[\"0x01\",\"0x80\"]", fields("90 04 00 07 01 80", "3.1.1").path("reasonCodes").toString());
        assertEquals("[{\"topicFilter\":\"a/#\",\"qos\":1}]",
                fields("82 08 00 07 00 03 61 2F 23 01", "3.1.1").path("subscriptions").toString());
        assertEquals("[{\"name\":\"k\",\"value\":\"v\"},{\"name\":\"k\",\"value\":\"w\"}]",
                fields("40 12 00 07 10 0E 26 00 01 6B 00 01 76 26 00 01 6B 00 01 77", "5")
                        .path("properties").path("userProperties").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // reserved QoS 3: the first byte
        "36 05 00 01 61 00 01 | 5     | malformed      | MQTT-3.3.1-4 | 0x81 | 0 | 1",
        "36 05 00 01 61 00 01 | 3.1.1 | malformed      | MQTT-3.3.1-4 |      | 0 | 1",
        // wildcard in a Topic Name: the topic
        "30 04 00 01 23 00    | 5     | protocol_error | MQTT-3.3.2-2 | 0x90 | 4 | 1"})
    void whatIsWrongIsSaidWithItsPlace(String hex, String protocol, String verdict, String rule, String code,
                                       int offset, int length) throws Exception {
        JsonNode answer = answer("{\"hex\":\"" + hex + "\",\"protocol\":\"" + protocol + "\"}");
        assertEquals(verdict, answer.path("verdict").asText());
        assertEquals(rule, answer.path("rule").asText());
        assertEquals(code, answer.path("reasonCode").textValue());
        assertEquals(offset, answer.path("offset").asInt());
        assertEquals(length, answer.path("length").asInt());
        assertFalse(answer.path("message").asText().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "30 03 00", "30 FF FF FF"})
    void aTruePrefixIsIncomplete(String hex) throws Exception {
        assertEquals("incomplete", answer("{\"hex\":\"" + hex + "\"}").path("verdict").asText());
    }

    @Test
    void bytesBehindThePacketAreTrailing() throws Exception {
        JsonNode answer = answer("{\"hex\":\"C0 00 D0 00 01\"}");
        assertEquals("ok", answer.path("verdict").asText());
        assertEquals(2, answer.path("length").asInt());
        assertEquals(3, answer.path("trailing").asInt());
        assertTrue(answer("{\"hex\":\"C0 00\"}").path("trailing").isMissingNode());
    }

    @Test
    void withoutProtocolOrDirectionAnythingLegalInOneOfThemIsAccepted() throws Exception {
        // a PUBACK with a Reason Code is MQTT 5 only; PINGRESP comes from a broker only
        assertEquals("5", answer("{\"hex\":\"40 03 00 07 10\"}").path("protocol").asText());
        assertEquals("ok", answer("{\"hex\":\"D0 00\"}").path("verdict").asText());
        assertEquals("protocol_error", answer("{\"hex\":\"D0 00\",\"direction\":\"c2s\"}").path("verdict").asText());
        assertEquals("malformed", answer("{\"hex\":\"40 03 00 07 10\",\"protocol\":\"3.1.1\"}")
                .path("verdict").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "C0 00                   | c2s | alone     | ok             |",
        "C0 00                   | c2s | first     | protocol_error | MQTT-3.1.0-1",
        "C0 00                   | c2s | connected | ok             |",
        "C0 00                   |     | first     | protocol_error | MQTT-3.1.0-1",
        "D0 00                   | s2c | first     | protocol_error | MQTT-3.2.0-1",
        "20 03 00 00 00          | s2c | first     | ok             |",
        CONNECT_5 + "            | c2s | first     | ok             |",
        CONNECT_5 + "            |     | first     | ok             |",
        CONNECT_5 + "            | c2s | connected | protocol_error | MQTT-3.1.0-2",
        // an acknowledgement of an earlier connection's message, a topic alias within what both sides allowed
        "40 02 00 07             | s2c | connected | ok             |",
        "62 02 00 07             |     | connected | ok             |",
        PUBLISH_Q2_5 + "         | c2s | connected | ok             |",
        "D0 00                   | s2c | connected | ok             |"})
    void whatCameBeforeCounts(String hex, String direction, String context, String verdict, String rule)
            throws Exception {
        JsonNode answer = answer("{\"hex\":\"" + hex + "\",\"protocol\":\"5\",\"direction\":"
                + (direction == null ? "null" : '"' + direction + '"') + ",\"context\":\"" + context + "\"}");
        assertEquals(verdict, answer.path("verdict").asText(), answer::toString);
        assertEquals(rule, answer.path("rule").textValue());
        assertEquals(rule == null ? null : "0x82", answer.path("reasonCode").textValue());
    }

    @Test
    void theTreeTellsWhereEachFieldStandsAndWhatItMeans() throws Exception {
        JsonNode tree = answer("{\"hex\":\"40 03 00 07 10\",\"protocol\":\"5\",\"tree\":true}").path("tree");
        JsonNode code = find(tree, "Reason Code");
        assertEquals(4, code.path("offset").asInt());
        assertEquals("10", code.path("raw").asText());
        assertEquals("0x10 No matching subscribers", code.path("value").asText());
        assertFalse(code.path("meaning").asText().isBlank());
    }

    private static JsonNode find(JsonNode tree, String name) {
        for (JsonNode field : tree) {
            JsonNode found = name.equals(field.path("name").asText()) ? field : find(field.path("fields"), name);
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return tree.path("missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "[]", "7", "{}", "{\"hex\": 7}", "{\"hex\": \"3\"}", "{\"hex\": \"zz\"}",
        "{\"hex\": \"C000\", \"protocol\": \"6\"}", "{\"hex\": \"C000\", \"direction\": \"up\"}",
        "{\"hex\": \"C000\", \"context\": \"soon\"}", "{\"hex\": \"C000\"} {}", "{\"hex\": \"C000\", \"tree\": 1}",
        "{\"id\": 1e11111111111111111111, \"hex\": \"C000\"}"})
    void aLineThatIsNoRequestIsAnsweredWithASentence(String line) throws Exception {
        JsonNode answer = answer(line);
        assertEquals(1, answer.size(), answer::toString);
        assertTrue(answer.path("error").asText().length() > 10, answer::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "17", "1.50", "12345678901234567890123", "null", "{\"k\":[1,true]}"})
    void theIdComesBackUnchanged(String id) throws Exception {
        assertTrue(PacketDecoder.answer("{\"id\":" + id + ",\"hex\":\"C000\"}").startsWith("{\"id\":" + id + ","));
        assertTrue(PacketDecoder.answer("{\"hex\":7,\"id\":" + id + "}").startsWith("{\"id\":" + id + ",\"error\""));
    }

    private static JsonNode fields(String hex, String protocol) throws Exception {
        JsonNode answer = answer("{\"hex\":\"" + hex + "\",\"protocol\":\"" + protocol + "\"}");
        assertEquals("ok", answer.path("verdict").asText(), answer::toString);
        return answer.path("fields");
    }

    private static JsonNode answer(String line) throws Exception {
        return JSON.readTree(PacketDecoder.answer(line));
    }
}
