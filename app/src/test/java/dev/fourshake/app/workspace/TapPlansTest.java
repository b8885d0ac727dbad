package dev.fourshake.app.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.app.tap.tls.TrustGrant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapPlansTest {

    private static final TapPlan PLAIN = new TapPlan(new TapOptions("press 4", HostPort.loopback(1884),
            new HostPort("broker.example", 1883), new DeviceTls.None(), new BrokerTls.None(),
            List.of()), false);
    private static final TapPlan SECURED = new TapPlan(new TapOptions("secured", new HostPort("::1", 0),
            new HostPort("10.0.0.7", 8883), new DeviceTls.Pem(Path.of("/tls/chain.pem"), Path.of("/tls/key.pem")),
            new BrokerTls.PemTrust(Path.of("/tls/ca.pem")),
            List.of(new TrustGrant("10.0.0.9", "ab".repeat(32)), new TrustGrant("10.0.0.8", TrustGrant.ANY))), true);

    @TempDir
    Path directory;

    private TapPlans plans() {
        return new TapPlans(directory.resolve("taps.json"), () -> { });
    }

    @Test
    void whatWasSavedIsThereAtTheNextStart() {
        TapPlans plans = plans();
        plans.save(PLAIN);
        plans.save(SECURED);
        assertEquals(List.of(PLAIN, SECURED), plans().all());
        plans.remove(PLAIN);
        assertEquals(List.of(SECURED), plans().all());
        plans.replace(SECURED, PLAIN);
        assertEquals(List.of(PLAIN), plans().all());
    }

    @Test
    void withoutAFileThereIsNoPlanAndNoProblem() {
        assertEquals(List.of(), plans().all());
        assertTrue(plans().problem().isEmpty());
    }

    @Test
    void aFileThatIsNotUnderstoodIsKeptAsideAndSaid() throws Exception {
        Path file = directory.resolve("taps.json");
        Files.writeString(file, "[{\"options\": {\"listen\": \"no address\"}}]");
        TapPlans plans = plans();
        assertEquals(List.of(), plans.all());
        assertTrue(plans.problem().orElseThrow().text().contains("taps.json.bak"));
        assertTrue(Files.readString(directory.resolve("taps.json.bak")).contains("no address"));
        plans.save(PLAIN);
        assertEquals(List.of(PLAIN), plans().all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[null]", "[{}]", "[{\"options\": {\"name\": \"press 4\"}}]"})
    void aFileInWhichSomethingIsMissingIsKeptAsideToo(String json) throws Exception {
        Files.writeString(directory.resolve("taps.json"), json);
        assertEquals(List.of(), plans().all());
        assertEquals(json, Files.readString(directory.resolve("taps.json.bak")));
    }

    @Test
    void noneIsLostWhereSeveralAreSavedAtTheSameTime() {
        TapPlans plans = plans();
        IntStream.range(0, 200).parallel().forEach(i -> plans.save(
                new TapPlan(PLAIN.options().withName("press " + i), false)));
        assertEquals(200, plans.all().size());
        assertEquals(plans.all(), plans().all());
    }

    /** Two windows on one folder: each knows only what the other had saved when it was opened. */
    @Test
    void whatAnotherProgramSavedMeanwhileIsNotLost() {
        TapPlans one = plans();
        TapPlans other = plans();
        one.save(PLAIN);
        other.save(SECURED);
        assertEquals(List.of(PLAIN, SECURED), other.all());
        one.remove(PLAIN);
        assertEquals(List.of(SECURED), one.all());
        assertEquals(List.of(SECURED), plans().all());
    }

    @Test
    void aTapThatCouldNotBeWrittenIsNotGivenUpForTheFile() throws Exception {
        TapPlans plans = plans();
        plans.save(PLAIN);
        Path inTheWay = Files.createDirectories(directory.resolve("taps.json.part").resolve("in the way"));
        plans.save(SECURED);
        assertTrue(plans.problem().isPresent());
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        TapPlan third = new TapPlan(PLAIN.options().withName("press 5"), false);
        plans.save(third);
        assertEquals(List.of(PLAIN, SECURED, third), plans().all());
    }

    @Test
    void aTapThatWasSavedBeforeThereWereExceptionsHasNone() throws Exception {
        plans().save(PLAIN);
        Path file = directory.resolve("taps.json");
        String json = Files.readString(file);
        Files.writeString(file, json.replaceAll(",\\s*\"grants\" : \\[[^]]*]", ""));
        assertTrue(!Files.readString(file).contains("grants"), json);
        assertEquals(List.of(PLAIN), plans().all());
    }
}
