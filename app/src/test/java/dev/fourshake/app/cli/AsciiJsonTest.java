package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AsciiJsonTest {

    /** What a client calls itself gets through a terminal that knows ASCII only. */
    @Test
    void lettersThatTheOutputDoesNotKnowAreEscaped() {
        StringWriter out = new StringWriter();
        PrintWriter json = AsciiJson.to(new PrintWriter(out), StandardCharsets.US_ASCII);
        json.print("{\"clientId\":\"压机 😀\"}");
        json.flush();
        assertEquals("{\"clientId\":\"\\u538b\\u673a \\ud83d\\ude00\"}", out.toString());
    }

    @Test
    void aReaderThatIsGoneIsNoticed() {
        PrintWriter gone = new PrintWriter(OutputStream.nullOutputStream());
        gone.close();
        PrintWriter json = AsciiJson.to(gone, StandardCharsets.US_ASCII);
        json.print("{}");
        assertTrue(json.checkError());
    }

    @Test
    void utf8IsLeftAsItIs() {
        StringWriter out = new StringWriter();
        PrintWriter json = AsciiJson.to(new PrintWriter(out), StandardCharsets.UTF_8);
        json.print("压机");
        json.flush();
        assertEquals("压机", out.toString());
    }
}
