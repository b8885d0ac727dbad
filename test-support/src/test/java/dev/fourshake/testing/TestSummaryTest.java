package dev.fourshake.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSummaryTest {

    @TempDir
    Path project;

    @Test
    void countsAllModulesAndGroupsTheSkippedByReason() throws IOException {
        report("app/target/surefire-reports/TEST-dev.fourshake.app.TapTest.xml", """
                <testcase classname="dev.fourshake.app.TapTest" name="passes"/>
                <testcase classname="dev.fourshake.app.TapTest" name="breaks"><failure message="no"/></testcase>
                <testcase classname="dev.fourshake.app.TapTest" name="relays">
                  <skipped message="not installed: mosquitto"/></testcase>
                """);
        report("ui/target/surefire-reports/TEST-dev.fourshake.ui.MenuTest.xml", """
                <testcase classname="dev.fourshake.ui.MenuTest" name=""><skipped message="no window system"/></testcase>
                <testcase classname="dev.fourshake.ui.MenuTest" name="throws"><error message="no"/></testcase>
                """);
        report("ui/src/test/resources/TEST-other.xml", "<testcase classname=\"a.B\" name=\"c\"/>");

        assertEquals("""
                Skipped, no window system:
                  MenuTest
                Skipped, not installed: mosquitto:
                  TapTest.relays
                1 passed, 2 failed, 2 skipped
                """, summary());
    }

    @Test
    void saysThatNothingWasSkipped() throws IOException {
        report("model/target/surefire-reports/TEST-a.B.xml", "<testcase classname=\"a.B\" name=\"c\"/>");

        assertEquals("""
                No test was skipped.
                1 passed, 0 failed, 0 skipped
                """, summary());
    }

    private void report(String file, String cases) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "<testsuite>" + cases + "</testsuite>");
    }

    private String summary() throws IOException {
        var bytes = new ByteArrayOutputStream();
        TestSummary.print(project, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
