package dev.fourshake.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays what fuzzing has found so far: what was mended once stays mended. */
class CorpusTest {

    private static final Path CORPUS = Path.of("corpus");

    @TestFactory
    Stream<DynamicNode> eachTargetKeepsItsPromisesForItsCorpus() throws IOException {
        List<Path> targets = list(CORPUS);
        assertFalse(targets.isEmpty());
        return targets.stream().map(target -> DynamicTest.dynamicTest(target.getFileName().toString(),
                () -> play(target)));
    }

    private static void play(Path target) throws Exception {
        Method method = Class.forName("dev.fourshake.fuzz." + target.getFileName() + "Target")
                .getMethod("fuzzerTestOneInput", byte[].class);
        List<Path> inputs = list(target);
        assertFalse(inputs.isEmpty());
        for (Path input : inputs) {
            try {
                method.invoke(null, Files.readAllBytes(input));
            } catch (InvocationTargetException broken) {
                throw new AssertionError(input.toString(), broken.getCause());
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
