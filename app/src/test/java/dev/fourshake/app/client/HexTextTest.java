package dev.fourshake.app.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexTextTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {
            "\"\"                        | \"\"",
            "30 03 00 01 61              | 3003000161",
            "3003000161                  | 3003000161",
            "0x30,0x03, 0X00             | 300300",
            "0x300x03                    | 3003",
            "0x3003                      | 3003",
            "30:03-0a_FF;7               | 30030aff07",
            "\"30 03\r\n\t00\n\"         | 300300",
            "1 2 3                       | 010203",
    })
    void readsBytesHoweverTheyAreWritten(String text, String hex) throws ClientFailure {
        assertArrayEquals(HexFormat.of().parseHex(hex), new PayloadSource.Hex(text).read());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {
            "30 0g          | Line 1, column 5: g is not a hexadecimal digit.",
            "\"30\n 31 xy\" | Line 2, column 5: x is not a hexadecimal digit.",
            "30 031         | Line 1, column 4: 031 has an odd number of digits; a byte has two.",
            "0x301          | Line 1, column 3: 301 has an odd number of digits; a byte has two.",
            "30 0x 31       | Line 1, column 4: digits are missing after 0x.",
            "\"\n\n0x\"     | Line 3, column 1: digits are missing after 0x.",
    })
    void saysWhereTheMistakeIs(String text, String sentence) {
        ClientFailure failure = assertThrows(ClientFailure.class, new PayloadSource.Hex(text)::read);
        assertEquals(ClientFailure.Kind.PAYLOAD, failure.kind());
        assertEquals(sentence, failure.getMessage());
    }

    @Test
    void readsTextAsUtf8AndFilesAsTheyAre(@TempDir Path folder) throws IOException, ClientFailure {
        assertArrayEquals("°".getBytes(StandardCharsets.UTF_8), new PayloadSource.Text("°").read());
        Path file = Files.write(folder.resolve("payload.bin"), new byte[]{0, (byte) 0xFF});
        assertArrayEquals(new byte[]{0, (byte) 0xFF}, new PayloadSource.FromFile(file).read());
        Path missing = folder.resolve("missing.bin");
        ClientFailure failure = assertThrows(ClientFailure.class, new PayloadSource.FromFile(missing)::read);
        assertEquals("The file " + missing + " cannot be read: " + missing + ".", failure.getMessage());
    }
}
