package dev.fourshake.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The end of a build: how many tests ran in all modules, and which were skipped and why. Reads Surefire's reports, so
 * that it sees what every test engine did.
 */
public final class TestSummary {

    private int passed;
    private int failed;
    private int skipped;
    /** Reason to its tests, both in order. */
    private final Map<String, TreeMap<String, Integer>> skips = new TreeMap<>();

    private TestSummary() {
    }

    /** Prints the summary of the project in the given folder. */
    public static void main(String[] args) throws IOException {
        print(Path.of(args[0]), System.out);
    }

    static void print(Path project, PrintStream out) throws IOException {
        var summary = new TestSummary();
        try (Stream<Path> files = Files.find(project, 4, (file, _) -> isReport(file))) {
            for (Path file : files.sorted().toList()) {
                summary.read(file);
            }
        }
        summary.print(out);
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return file.getParent().endsWith(Path.of("target", "surefire-reports"))
                && name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private void read(Path file) throws IOException {
        NodeList cases;
        try {
            cases = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder()
                    .parse(file.toFile()).getElementsByTagName("testcase");
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no report of Surefire's", e);
        }
        for (int i = 0; i < cases.getLength(); i++) {
            count((Element) cases.item(i));
        }
    }

    private void count(Element test) {
        NodeList skip = test.getElementsByTagName("skipped");
        if (skip.getLength() > 0) {
            skipped++;
            skips.computeIfAbsent(reason((Element) skip.item(0)), _ -> new TreeMap<>())
                    .merge(name(test), 1, Integer::sum);
        } else if (test.getElementsByTagName("failure").getLength()
                + test.getElementsByTagName("error").getLength() > 0) {
            failed++;
        } else {
            passed++;
        }
    }

    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        return message.isBlank() ? "no reason given" : message.lines().findFirst().orElseThrow();
    }

    private static String name(Element test) {
        String type = test.getAttribute("classname");
        String method = test.getAttribute("name");
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return method.isEmpty() ? simple : simple + "." + method;
    }

    private void print(PrintStream out) {
        if (skipped == 0) {
            out.println("No test was skipped.");
        }
        skips.forEach((reason, tests) -> {
            out.println("Skipped, " + reason + ":");
            tests.forEach((test, times) -> out.println("  " + test + (times > 1 ? " (" + times + ")" : "")));
        });
        out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
    }
}
