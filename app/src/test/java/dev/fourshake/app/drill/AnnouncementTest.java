package dev.fourshake.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.drill.Site.SiteMessage;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What will be done to a plant is said before it is done. */
class AnnouncementTest {

    private static final HostPort BROKER = HostPort.loopback(1883);
    private static final DrillDevices SITE = new DrillDevices.AtSite(new Site(HostPort.loopback(1884),
            new DeviceTls.None(), Optional.of("press/#"), Optional.of(new SiteMessage("press/cmd", "go")),
            Optional.of(new SiteMessage("press/set", "1"))));

    private static List<String> sentences(DrillDevices devices, Fault... faults) {
        DrillPlan plan = new DrillPlan(BROKER, new BrokerTls.None(), Credentials.NONE, Set.of(ProtocolVersion.MQTT_5),
                Set.of(Qos.AT_LEAST_ONCE), Set.of(Direction.values()), Set.of(faults), DrillTimes.USUAL);
        return Announcement.of(plan, devices).stream().map(each -> each.text(Locale.ENGLISH)).toList();
    }

    @Test
    void eachFaultIsSaidWithHowOftenItHappens() {
        List<String> said = sentences(SITE, Fault.values());
        for (String expected : List.of("36 cases", "In 28 cases the device loses its connection",
                "In 8 cases it cannot reach its broker", "In 4 cases a packet is thrown away",
                "In 4 cases a packet is delayed", "In 4 cases a packet is passed on twice",
                "In 4 cases the device's session at the broker is thrown away, by a connection in its name",
                "In 8 cases somebody has to switch the device off and on", "18 messages are sent to press/cmd",
                "18 messages are sent to the device, on press/set")) {
            assertTrue(said.stream().anyMatch(each -> each.contains(expected)), () -> expected + " is not in " + said);
        }
    }

    /** The window chooses it when the drill begins, and says it then. */
    @Test
    void aPortThatIsNotChosenYetIsCalledThat() {
        List<String> said = sentences(new DrillDevices.AtSite(new Site(HostPort.loopback(0), new DeviceTls.None(),
                Optional.of("press/#"), Optional.empty(), Optional.empty())), Fault.DELAYED);
        assertTrue(said.getFirst().contains("connects to a free port of 127.0.0.1 is drilled"), said::toString);
        assertTrue(said.stream().noneMatch(each -> each.contains("127.0.0.1:0")), said::toString);
    }

    /** Also where no fault cuts anything, as the end of each case does. */
    @Test
    void theCutAtTheEndOfEachCaseAndTheWillThatComesOfItAreSaid() {
        List<String> said = sentences(SITE, Fault.DELAYED);
        assertTrue(said.stream().anyMatch(each -> each.contains("4 at least") && each.contains("Last Will")),
                said::toString);
        assertTrue(said.stream().anyMatch(each -> each.contains("ends by cutting all connections at 127.0.0.1:1884")),
                said::toString);
    }

    /** A topic may have letters that mean something in a message. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1 | cuts    | In one case the device loses its connection in the middle of a message.
            2 | cuts    | In 2 cases the device loses its connection in the middle of a message.
            1 | trigger | One message is sent to a{1}'b, which lets the device publish.
            3 | trigger | 3 messages are sent to a{1}'b, which let the device publish.
            1 | ask     | Once somebody has to let the device publish.
            1 | message | One message is sent to the device, on a{1}'b.
            """)
    void oneIsSaidAsOne(long count, String key, String expected) {
        assertEquals(expected, Message.of(Announcement.class, "announce." + key, count, "a{1}'b").text(Locale.ENGLISH));
    }

    @Test
    void theOwnClientHarmsNobody() {
        assertEquals(1, sentences(DrillDevices.own(), Fault.values()).size());
    }
}
