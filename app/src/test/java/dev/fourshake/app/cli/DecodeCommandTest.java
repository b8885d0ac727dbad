package dev.fourshake.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** {@code fourshake decode} as a program that another one talks to. */
class DecodeCommandTest {

    @Test
    void aLineInIsALineOutAndABadLineStopsNothing() {
        StringWriter out = new StringWriter();
        String input = "{\"id\":1,\"hex\":\"C0 00\"}\nnonsense\n\n{\"id\":3,\"hex\":\"D0 00\"}";
        CommandLine line = new CommandLine(new DecodeCommand(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))));
        line.setOut(new PrintWriter(out));
        assertEquals(ExitStatus.DONE, line.execute());
        List<String> answers = out.toString().lines().toList();
        assertEquals(4, answers.size());
        assertTrue(answers.get(0).startsWith("{\"id\":1,\"verdict\":\"ok\""));
        assertTrue(answers.get(1).startsWith("{\"error\":"));
        assertTrue(answers.get(2).startsWith("{\"error\":"), "an empty line is a bad one, too");
        assertTrue(answers.get(3).startsWith("{\"id\":3,\"verdict\":\"ok\""));
    }

    /** As behind {@code head}: no more questions are read once nobody takes the answers, though they never end. */
    @Test
    void endsWhereNobodyReadsTheAnswers() {
        byte[] question = "{\"hex\":\"C0 00\"}\n".getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private int next;

            @Override
            public int read() {
                return question[next++ % question.length];
            }

            @Override
            public int available() {
                return question.length;
            }
        };
        CommandLine line = new CommandLine(new DecodeCommand(endless));
        line.setOut(new PrintWriter(new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException("Broken pipe");
            }
        }));
        assertEquals(ExitStatus.DONE, assertTimeoutPreemptively(Duration.ofMinutes(1), () -> line.execute()));
    }

    /** Who asks one question and waits gets its answer before the input ends. */
    @Test
    void anAnswerDoesNotWaitForTheNextQuestion() throws Exception {
        PipedInputStream questions = new PipedInputStream();
        PipedOutputStream ask = new PipedOutputStream(questions);
        PipedReader answers = new PipedReader();
        CommandLine line = new CommandLine(new DecodeCommand(questions));
        line.setOut(new PrintWriter(new PipedWriter(answers)));
        Thread decoder = Thread.ofPlatform().daemon().start(line::execute);
        try (BufferedReader reader = new BufferedReader(answers)) {
            for (int i = 0; i < 3; i++) {
                ask.write(("{\"id\":" + i + ",\"hex\":\"C0 00\"}\n").getBytes(StandardCharsets.UTF_8));
                ask.flush();
                assertTrue(reader.readLine().startsWith("{\"id\":" + i + ","));
            }
            ask.close();
            decoder.join();
        }
    }
}
