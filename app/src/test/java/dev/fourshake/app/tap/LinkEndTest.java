package dev.fourshake.app.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.model.wire.LinkEnded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one side does to its connection is done to the other side. */
@ExtendWith(LeakWatch.class)
class LinkEndTest {

    private static final String HELLO = "01 02 03";

    @Test
    void aHalfClosePassesAndTheOtherDirectionGoesOn() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(HELLO).halfClose();
            broker.expect(HELLO).expectEnd();
            broker.send(HELLO);
            device.expect(HELLO);
            broker.socket().close();
            device.expectEnd();
            rig.finish();
            assertEquals(List.of("CLIENT HALF_CLOSED", "BROKER CLOSED"), rig.endings());
        }
    }

    @Test
    void aHalfCloseOfTheBrokerPasses() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            broker.send(HELLO).halfClose();
            device.expect(HELLO).expectEnd();
            device.send(HELLO).socket().close();
            broker.expect(HELLO).expectEnd();
            rig.finish();
            assertEquals(List.of("BROKER HALF_CLOSED", "CLIENT CLOSED"), rig.endings());
        }
    }

    @Test
    void aResetOfTheDeviceResetsTheBroker() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(HELLO);
            broker.expect(HELLO);
            device.reset();
            broker.expectReset();
            rig.finish();
            assertEquals(List.of("CLIENT RESET"), rig.endings());
        }
    }

    @Test
    void aResetOfTheBrokerResetsTheDevice() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            broker.send(HELLO);
            device.expect(HELLO);
            broker.reset();
            device.expectReset();
            rig.finish();
            assertEquals(List.of("BROKER RESET"), rig.endings());
        }
    }

    @Test
    void aResetAfterAHalfClosePasses() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.halfClose();
            broker.expectEnd();
            broker.reset();
            device.expectReset();
            rig.finish();
            assertEquals(List.of("CLIENT HALF_CLOSED", "BROKER RESET"), rig.endings());
        }
    }

    @Test
    void anUnreachableBrokerResetsTheDeviceAndTheTapStaysUp() throws Exception {
        try (Rig rig = new Rig()) {
            rig.broker.close();
            for (int i = 0; i < 2; i++) {
                try (Peer device = rig.device()) {
                    device.expectReset();
                }
            }
            String sentence = rig.tap.status().problem().orElseThrow().text();
            assertTrue(sentence.startsWith("No broker listens at 127.0.0.1:"), sentence);
            rig.finish();
            assertEquals(List.of("BROKER UNREACHABLE", "BROKER UNREACHABLE"), rig.endings());
            assertEquals("Connection refused", rig.events(LinkEnded.class).getFirst().detail());
        }
    }

    @Test
    void aNameThatNobodyKnowsIsSaid() throws Exception {
        try (Rig rig = new Rig(options -> options.withBroker(new HostPort("no-such-host.invalid", 1883)));
             Peer device = rig.device()) {
            device.expectReset();
            String sentence = rig.tap.status().problem().orElseThrow().text();
            assertTrue(sentence.startsWith("There is no host named no-such-host.invalid"), sentence);
        }
    }

    @Test
    void theSecondAddressOfANameIsTriedToo() throws Exception {
        try (Rig rig = new Rig(options -> options.withBroker(new HostPort("localhost", options.broker().port())));
             Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(HELLO);
            broker.expect(HELLO);
        }
    }

    @Test
    void closingTheTapClosesBothSides() throws Exception {
        try (Rig rig = new Rig(); Peer device = rig.device(); Peer broker = rig.atBroker()) {
            device.send(HELLO);
            broker.expect(HELLO);
            rig.finish();
            device.expectEnd();
            broker.expectEnd();
            assertEquals(List.of("TAP CLOSED"), rig.endings());
            assertEquals(0, rig.tap.status().linksUp());
            assertTrue(rig.tap.status().listening().isEmpty());
        }
    }
}
