package dev.fourshake.app.drill.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fourshake.app.drill.result.Breach;
import dev.fourshake.app.drill.result.Culprit;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.drill.result.Repeat;
import dev.fourshake.app.drill.result.Result;
import dev.fourshake.app.drill.result.Resumption;
import dev.fourshake.app.drill.result.Verdict;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Cases as they stand on the wire, MQTT 3.1.1; the device is "dev", the other end of its message "obs". */
class JudgeTest {

    /** The other end subscribes at QoS 2. */
    private static final String OBSERVER = """
            1 open
            1 >> 10 0f 0004 4d515454 04 02 003c 0003 6f6273     # CONNECT, clean, obs
            1 << 20 02 00 00                                    # CONNACK
            1 >> 82 06 0001 0001 61 02                          # SUBSCRIBE a, QoS 2
            1 << 90 03 0001 02                                  # SUBACK
            """;
    private static final String DEVICE = """
            2 open
            2 >> 10 0f 0004 4d515454 04 00 003c 0003 646576     # CONNECT, dev
            2 << 20 02 00 00                                    # CONNACK
            """;
    private static final String BACK = """
            3 open
            3 >> 10 0f 0004 4d515454 04 00 003c 0003 646576     # CONNECT, dev
            3 << 20 02 01 00                                    # CONNACK, Session Present
            """;
    private static final String OBSERVER_GETS_IT = """
            1 << 34 06 0001 61 0001 6d                          # PUBLISH, QoS 2
            1 >> 50 02 0001
            1 << 62 02 0001
            1 >> 70 02 0001
            """;
    private static final String OBSERVER_PUBLISHES = """
            1 >> 34 06 0001 61 0009 6d                          # PUBLISH, QoS 2
            1 << 50 02 0009
            1 >> 62 02 0009
            1 << 70 02 0009
            """;
    private static final String DEVICE_SUBSCRIBES = """
            2 >> 82 06 0001 0001 61 02                          # SUBSCRIBE a, QoS 2
            2 << 90 03 0001 02                                  # SUBACK
            """;

    @Test
    void overACutBeforePubrecTheMessageIsPublishedAgainWithDup() {
        Verdict verdict = out(PacketType.PUBREC, Fault.CUT_BEFORE, 1, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d                      # PUBLISH
                2 << dropped 50 02 0007                         # PUBREC
                2 cut
                """, BACK, """
                3 >> 3c 06 0001 61 0007 6d                      # PUBLISH, DUP
                3 << 50 02 0007
                3 >> 62 02 0007
                3 << 70 02 0007
                """, OBSERVER_GETS_IT);
        assertEquals(Result.EXACTLY_ONCE, verdict.result());
        assertEquals(List.of(), verdict.breaches());
        assertEquals(List.of(true), verdict.repeats().stream().filter(each -> each.type() == PacketType.PUBLISH)
                .map(Repeat::dup).toList());
        assertEquals(Optional.of(new Resumption(true, true)), verdict.resumption());
        assertEquals(8_000_000, verdict.recoveryNanos().orElseThrow());
    }

    @Test
    void whoPublishesAgainWithoutDupIsAccused() {
        Verdict verdict = out(PacketType.PUBREC, Fault.CUT_BEFORE, 1, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << dropped 50 02 0007
                2 cut
                """, BACK, """
                3 >> 34 06 0001 61 0007 6d                      # PUBLISH without DUP
                3 << 50 02 0007
                3 >> 62 02 0007
                3 << 70 02 0007
                """, OBSERVER_GETS_IT);
        assertAccused(verdict, Result.EXACTLY_ONCE, Culprit.DEVICE, "MQTT-3.3.1-1");
    }

    @Test
    void whoForgetsPubrelIsAccused() {
        Verdict verdict = out(PacketType.PUBREL, Fault.LOST, 0, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << 50 02 0007                                 # PUBREC, and then nothing
                """);
        assertAccused(verdict, Result.STUCK, Culprit.DEVICE, "");
    }

    @Test
    void whoDoesNotSendAgainIsAccused() {
        Verdict verdict = out(PacketType.PUBLISH, Fault.CUT_BEFORE, 0, OBSERVER, DEVICE, """
                2 >> dropped 34 06 0001 61 0007 6d
                2 cut
                """, BACK);
        assertAccused(verdict, Result.STUCK, Culprit.DEVICE, "");
    }

    @Test
    void whoDoesNotComeBackIsAccused() {
        Verdict verdict = out(PacketType.PUBLISH, Fault.CUT_BEFORE, 0, OBSERVER, DEVICE, """
                2 >> dropped 34 06 0001 61 0007 6d
                2 cut
                """);
        assertAccused(verdict, Result.STUCK, Culprit.DEVICE, "");
        assertEquals("The device did not come back.", verdict.breaches().getFirst().message().text());
    }

    @Test
    void aBrokerThatDoesNotAnswerIsAccused() {
        Verdict verdict = out(PacketType.PUBLISH, Fault.DELAYED, 0, OBSERVER, DEVICE, """
                2 >> held 34 06 0001 61 0007 6d
                2 release
                """);
        assertAccused(verdict, Result.STUCK, Culprit.BROKER, "");
    }

    @Test
    void aBrokerThatDropsWhatItHasTakenOverIsAccused() {
        Verdict verdict = out(PacketType.PUBCOMP, Fault.DELAYED, 0, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << 50 02 0007
                2 >> 62 02 0007
                2 << held 70 02 0007
                2 release
                """);
        assertAccused(verdict, Result.LOST, Culprit.BROKER, "");
    }

    @Test
    void aBrokerThatForwardsACopyAsAnotherMessageIsAccused() {
        Verdict verdict = out(PacketType.PUBREC, Fault.CUT_BEFORE, 2, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << dropped 50 02 0007
                2 cut
                """, BACK, """
                3 >> 3c 06 0001 61 0007 6d
                3 << 50 02 0007
                3 >> 62 02 0007
                3 << 70 02 0007
                """, OBSERVER_GETS_IT, OBSERVER_GETS_IT.replace("0001 6d", "0002 6d").replace("02 0001", "02 0002"));
        assertEquals(Result.DUPLICATED, verdict.result());
        assertEquals(Optional.of(Culprit.BROKER), verdict.culprit());
    }

    @Test
    void aDeviceThatPublishesAfterPubrecIsAccused() {
        Verdict verdict = out(PacketType.PUBCOMP, Fault.DELAYED, 1, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << 50 02 0007
                2 >> 3c 06 0001 61 0007 6d                      # PUBLISH again, after PUBREC
                2 << 50 02 0007
                2 >> 62 02 0007
                2 << held 70 02 0007
                2 release
                """, OBSERVER_GETS_IT);
        assertAccused(verdict, Result.EXACTLY_ONCE, Culprit.DEVICE, "MQTT-4.3.3-1");
    }

    @Test
    void aDeviceThatReusesAnIdentifierIsAccused() {
        Verdict verdict = out(PacketType.PUBCOMP, Fault.DELAYED, 1, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << 50 02 0007
                2 >> 34 06 0001 61 0007 6e                      # another message under the same identifier
                2 << 50 02 0007
                2 >> 62 02 0007
                2 << held 70 02 0007
                2 release
                """, OBSERVER_GETS_IT);
        assertEquals(Optional.of(Culprit.DEVICE), verdict.culprit());
    }

    @Test
    void anApplicationThatGetsItTwiceAccusesItsLibrary() {
        Verdict verdict = in(PacketType.PUBREC, Fault.CUT_BEFORE, 2, Culprit.CLIENT_LIBRARY, OBSERVER, DEVICE,
                DEVICE_SUBSCRIBES, OBSERVER_PUBLISHES, """
                2 << 34 06 0001 61 0001 6d
                2 >> dropped 50 02 0001
                2 cut
                """, BACK, """
                3 << 3c 06 0001 61 0001 6d
                3 >> 50 02 0001
                3 << 62 02 0001
                3 >> 70 02 0001
                """);
        assertAccused(verdict, Result.DUPLICATED, Culprit.CLIENT_LIBRARY, "");
        assertEquals("The application got the message 2 times; on the wire it came once.",
                verdict.breaches().getFirst().message().text());
    }

    @Test
    void aCopyThatTheTapMadeAccusesNobody() {
        Verdict verdict = in(PacketType.PUBLISH, Fault.DUPLICATED, 1, Culprit.DEVICE, OBSERVER, DEVICE,
                DEVICE_SUBSCRIBES, OBSERVER_PUBLISHES, """
                2 << 34 06 0001 61 0001 6d
                2 << copy 34 06 0001 61 0001 6d
                2 >> 50 02 0001
                2 >> 50 02 0001
                2 << 62 02 0001
                2 << 62 02 0001
                2 >> 70 02 0001
                2 >> 70 02 0001
                """);
        assertEquals(Result.EXACTLY_ONCE, verdict.result());
        assertEquals(List.of(), verdict.breaches());
        assertEquals(1, verdict.deliveries().onWire());
    }

    @Test
    void atQos1ACopyIsAllowed() {
        Verdict verdict = in(PacketType.PUBACK, Fault.CUT_BEFORE, 2, Culprit.DEVICE, OBSERVER, DEVICE,
                DEVICE_SUBSCRIBES, """
                1 >> 32 06 0001 61 0009 6d
                1 << 40 02 0009
                2 << 32 06 0001 61 0001 6d
                2 >> dropped 40 02 0001
                2 cut
                """, BACK, """
                3 << 3a 06 0001 61 0001 6d
                3 >> 40 02 0001
                """);
        assertEquals(Result.AT_LEAST_ONCE, verdict.result());
        assertTrue(verdict.isGood(Qos.AT_LEAST_ONCE), verdict::toString);
    }

    @Test
    void aMessageThatTheBrokerRefusesProvesNothing() {
        Verdict verdict = out(PacketType.PUBLISH, Fault.DUPLICATED, 0, OBSERVER, """
                2 open
                2 >> 10 10 0004 4d515454 05 00 003c 00 0003 646576     # CONNECT, MQTT 5, dev
                2 << 20 03 00 00 00                                    # CONNACK
                2 >> 34 07 0001 61 0001 00 6d                          # PUBLISH, QoS 2
                2 >> copy 34 07 0001 61 0001 00 6d
                2 << 50 03 0001 87                                     # PUBREC, Not authorized
                """);
        assertEquals(Result.INCONCLUSIVE, verdict.result());
        assertEquals("The message was refused with reason code 0x87, so it was not to be delivered.",
                verdict.reason().text(Locale.ENGLISH));
        assertEquals(List.of(), verdict.breaches());
    }

    /** As where the access rules of the broker allow the drill's client to publish, and the device nothing. */
    @Test
    void aSubscriptionThatTheBrokerRefusesProvesNothing() {
        Verdict verdict = in(PacketType.PUBREC, Fault.LOST, 0, Culprit.DEVICE, OBSERVER, DEVICE, """
                2 >> 82 06 0001 0001 61 02
                2 << 90 03 0001 80                              # SUBACK, Failure
                """, OBSERVER_PUBLISHES);
        assertEquals(Result.INCONCLUSIVE, verdict.result());
        assertEquals("notAllowed", verdict.reason().key());
        assertTrue(verdict.reason().text(Locale.ENGLISH).contains("0x80"), verdict::toString);
        assertEquals(List.of(), verdict.breaches());
    }

    @Test
    void aLoweredQosProvesNothing() {
        Verdict verdict = in(PacketType.PUBREC, Fault.LOST, 1, Culprit.DEVICE, OBSERVER, DEVICE, """
                2 >> 82 06 0001 0001 61 02
                2 << 90 03 0001 01                              # SUBACK, QoS 1
                """, OBSERVER_PUBLISHES, """
                2 << 32 06 0001 61 0001 6d
                2 >> 40 02 0001
                """);
        assertEquals(Result.INCONCLUSIVE, verdict.result());
        assertEquals("The broker makes QoS 1 of it, so nothing is proved of the QoS that was asked for.",
                verdict.reason().text());
    }

    @Test
    void aSessionThatTheBrokerForgetsProvesNothingAndAccusesIt() {
        Verdict verdict = out(PacketType.PUBREC, Fault.CUT_BEFORE, 1, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << dropped 50 02 0007
                2 cut
                """, BACK.replace("20 02 01", "20 02 00"), OBSERVER_GETS_IT);
        assertAccused(verdict, Result.INCONCLUSIVE, Culprit.BROKER, "MQTT-3.2.2-2");
        assertEquals(Optional.of(new Resumption(false, false)), verdict.resumption());
    }

    @Test
    void aSessionThatIsThrownAwayProvesNothingAndAccusesNobody() {
        Verdict verdict = out(PacketType.PUBREC, Fault.BROKER_RESET, 1, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << dropped 50 02 0007
                2 cut
                """, BACK.replace("20 02 01", "20 02 00"), OBSERVER_GETS_IT);
        assertEquals(Result.INCONCLUSIVE, verdict.result());
        assertEquals(List.of(), verdict.breaches());
        assertEquals(Optional.of(new Resumption(false, true)), verdict.resumption());
    }

    /** A broker that is slow to forget, or whose session could not be thrown away: nobody is told that it was wrong. */
    @Test
    void aSessionThatWasNotThrownAwayAccusesNobody() {
        Verdict verdict = out(PacketType.PUBREC, Fault.BROKER_RESET, 1, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << dropped 50 02 0007
                2 cut
                """, BACK, OBSERVER_GETS_IT);
        assertEquals(Result.INCONCLUSIVE, verdict.result());
        assertEquals("The broker still had the session, though it was to be thrown away.", verdict.reason().text());
        assertEquals(List.of(), verdict.breaches());
        assertEquals(Optional.empty(), verdict.resumption());
    }

    @Test
    void withoutTheMessageNothingIsProved() {
        Verdict verdict = out(PacketType.PUBREC, Fault.LOST, 0, OBSERVER, DEVICE);
        assertEquals(Result.INCONCLUSIVE, verdict.result());
        assertEquals("No message came in time: none at QoS 2 passed between the device and its broker.",
                verdict.reason().text());
    }

    @Test
    void aPayloadThatIsNotUniqueProvesNothing() {
        TraceSnapshot trace = CaseScript.play(OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d
                2 << 50 02 0007
                2 >> 62 02 0007
                2 << held 70 02 0007
                2 release
                2 >> 34 06 0001 61 0008 6d                      # the same again
                """, OBSERVER_GETS_IT);
        Verdict verdict = Judge.verdict(new Evidence(point(Direction.CLIENT_TO_SERVER, Qos.EXACTLY_ONCE,
                PacketType.PUBCOMP, Fault.DELAYED), trace, 0, "obs", Culprit.DEVICE, OptionalInt.empty(),
                OptionalInt.of(1), false, Optional.empty()));
        assertEquals(Result.INCONCLUSIVE, verdict.result());
    }

    @Test
    void withoutADeviceNothingIsProved() {
        Verdict verdict = out(PacketType.PUBREC, Fault.LOST, 0, OBSERVER);
        assertEquals(Result.INCONCLUSIVE, verdict.result());
        assertEquals("No device connected in time.", verdict.reason().text());
    }

    @Test
    void aDeviceThatDoesNotComeBackProvesNothing() {
        Verdict verdict = out(PacketType.PUBCOMP, Fault.CUT_AFTER, 1, OBSERVER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d                      # PUBLISH
                2 << 50 02 0007
                2 >> 62 02 0007
                2 << 70 02 0007                                 # PUBCOMP
                2 cut
                """, OBSERVER_GETS_IT);
        assertEquals(Result.INCONCLUSIVE, verdict.result());
    }

    /** As a retained message that is delivered once more to who has just subscribed. */
    @Test
    void whatCameBeforeTheFaultWasArmedIsNoDeliveryOfTheMessage() {
        String before = OBSERVER + OBSERVER_GETS_IT + DEVICE;
        TraceSnapshot trace = CaseScript.play(before, """
                2 >> 34 06 0001 61 0007 6d                      # PUBLISH
                2 << dropped 50 02 0007                         # PUBREC
                2 cut
                """, BACK, """
                3 >> 3c 06 0001 61 0007 6d                      # PUBLISH, DUP
                3 << 50 02 0007
                3 >> 62 02 0007
                3 << 70 02 0007
                """);
        int armed = CaseScript.play(before).rowCount();
        Verdict verdict = Judge.verdict(new Evidence(point(Direction.CLIENT_TO_SERVER, Qos.EXACTLY_ONCE,
                PacketType.PUBREC, Fault.CUT_BEFORE), trace, armed, "obs", Culprit.DEVICE, OptionalInt.empty(),
                OptionalInt.empty(), false, Optional.empty()));
        assertEquals(Result.LOST, verdict.result());
        assertEquals(List.of(Culprit.BROKER), verdict.breaches().stream().map(Breach::by).toList());
    }

    /** Another client at the device's address, which connects before it and comes back before it. */
    private static final String OTHER = """
            4 open
            4 >> 10 0f 0004 4d515454 04 00 003c 0003 6f7468     # CONNECT, oth
            4 << 20 02 00 00                                    # CONNACK
            """;
    private static final String OTHER_COMES_BACK = """
            5 open
            5 >> 10 0f 0004 4d515454 04 00 003c 0003 6f7468     # CONNECT, oth
            5 << 20 02 00 00                                    # CONNACK, no session
            """;

    @Test
    void ofTwoClientsTheOneThatTheFaultBefellIsJudged() {
        TraceSnapshot trace = CaseScript.play(OBSERVER, OTHER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d                      # PUBLISH
                2 << dropped 50 02 0007                         # PUBREC
                2 cut
                4 lost
                """, OTHER_COMES_BACK, """
                5 >> 30 07 0001 62 68 65 6c 6c                  # something else
                5 << 50 02 0001                                 # PUBREC for nothing
                """, BACK, """
                3 >> 3c 06 0001 61 0007 6d                      # PUBLISH, DUP
                3 << 50 02 0007
                3 >> 62 02 0007
                3 << 70 02 0007
                """, OBSERVER_GETS_IT);
        Evidence evidence = new Evidence(point(Direction.CLIENT_TO_SERVER, Qos.EXACTLY_ONCE, PacketType.PUBREC,
                Fault.CUT_BEFORE), trace, 0, "obs", Culprit.DEVICE, OptionalInt.empty(), OptionalInt.empty(), false,
                Optional.empty());
        assertEquals("dev", evidence.device().orElseThrow().clientId());
        Verdict verdict = Judge.verdict(evidence);
        assertEquals(Result.EXACTLY_ONCE, verdict.result());
        assertEquals(List.of(), verdict.breaches());
        assertEquals(Optional.of(new Resumption(true, true)), verdict.resumption());
    }

    @Test
    void whatAnotherClientPublishesToTheSameTopicCannotBeToldFromTheMessage() {
        TraceSnapshot trace = CaseScript.play(OBSERVER, OTHER, DEVICE, """
                2 >> 34 06 0001 61 0007 6d                      # PUBLISH
                2 << held 50 02 0007
                2 release
                2 >> 62 02 0007
                2 << 70 02 0007
                4 >> 34 06 0001 61 0001 6d                      # the same, of the other one
                4 << 50 02 0001
                4 >> 62 02 0001
                4 << 70 02 0001
                """, OBSERVER_GETS_IT, """
                1 << 34 06 0001 61 0002 6d                      # PUBLISH, QoS 2
                1 >> 50 02 0002
                1 << 62 02 0002
                1 >> 70 02 0002
                """);
        Verdict verdict = Judge.verdict(new Evidence(point(Direction.CLIENT_TO_SERVER, Qos.EXACTLY_ONCE,
                PacketType.PUBREC, Fault.DELAYED), trace, 0, "obs", Culprit.DEVICE, OptionalInt.empty(),
                OptionalInt.empty(), false, Optional.empty()));
        assertEquals(Result.INCONCLUSIVE, verdict.result());
        assertEquals(List.of(), verdict.breaches());
    }

    private static final String DELIVERED_AT_LAST = """
            2 << held 34 06 0001 61 0001 6d                     # PUBLISH to the device
            2 release
            2 >> 50 02 0001
            2 << 62 02 0001
            2 >> 70 02 0001
            """;
    private static final String NEXT_IS_PUBLISHED = """
            1 >> 34 06 0001 61 000a 78                          # PUBLISH, the message behind it
            1 << 50 02 000a
            1 >> 62 02 000a
            1 << 70 02 000a
            """;

    @Test
    void aBrokerThatDoesNotSendTheNextMessageIsStuck() {
        assertAccused(inWithoutTheNext(1, NEXT_IS_PUBLISHED), Result.STUCK, Culprit.BROKER, "");
    }

    @Test
    void aSubscriberThatDoesNotTakeTheNextMessageIsStuck() {
        assertAccused(inWithoutTheNext(1, NEXT_IS_PUBLISHED, """
                2 << 34 06 0001 61 0002 78
                """), Result.STUCK, Culprit.CLIENT_LIBRARY, "");
        assertAccused(inWithoutTheNext(1, NEXT_IS_PUBLISHED, """
                2 << 34 06 0001 61 0002 78
                2 >> 50 02 0002
                """), Result.STUCK, Culprit.BROKER, "");
    }

    @Test
    void whereTheNextMessageCouldNotBeSentNothingIsProvedUnlessThereAreTwo() {
        Verdict verdict = inWithoutTheNext(1);
        assertEquals(Result.INCONCLUSIVE, verdict.result());
        assertEquals("The drill could not send the message that shows that nothing more comes, so more copies may be "
                + "on their way.", verdict.reason().text());
        assertEquals(List.of(), verdict.breaches());
        assertAccused(inWithoutTheNext(2), Result.DUPLICATED, Culprit.CLIENT_LIBRARY, "");
    }

    /** A right delivery, and no end of the message that was to be sent behind it. */
    private static Verdict inWithoutTheNext(int atDevice, String... more) {
        String script = OBSERVER + DEVICE + DEVICE_SUBSCRIBES + OBSERVER_PUBLISHES + DELIVERED_AT_LAST
                + String.join("", more);
        return Judge.verdict(new Evidence(point(Direction.SERVER_TO_CLIENT, Qos.EXACTLY_ONCE, PacketType.PUBLISH,
                Fault.DELAYED), CaseScript.play(script), 0, "obs", Culprit.CLIENT_LIBRARY, OptionalInt.of(atDevice),
                OptionalInt.empty(), true, Optional.of(Bytes.ofHex("78"))));
    }

    /** A device that publishes at QoS 2. */
    private static Verdict out(PacketType step, Fault fault, int atObserver, String... script) {
        return Judge.verdict(new Evidence(point(Direction.CLIENT_TO_SERVER, Qos.EXACTLY_ONCE, step, fault),
                CaseScript.play(script), 0, "obs", Culprit.DEVICE, OptionalInt.empty(), OptionalInt.of(atObserver),
                true, Optional.empty()));
    }

    /** A device that subscribes. */
    private static Verdict in(PacketType step, Fault fault, int atDevice, Culprit subject, String... script) {
        Qos qos = step == PacketType.PUBACK ? Qos.AT_LEAST_ONCE : Qos.EXACTLY_ONCE;
        return Judge.verdict(new Evidence(point(Direction.SERVER_TO_CLIENT, qos, step, fault),
                CaseScript.play(script), 0, "obs", subject, OptionalInt.of(atDevice), OptionalInt.empty(), true,
                Optional.empty()));
    }

    private static FaultPoint point(Direction direction, Qos qos, PacketType step, Fault fault) {
        return new FaultPoint(ProtocolVersion.MQTT_3_1_1, qos, direction, step, fault);
    }

    private static void assertAccused(Verdict verdict, Result result, Culprit culprit, String rule) {
        assertEquals(result, verdict.result(), verdict::toString);
        assertTrue(verdict.breaches().stream().anyMatch(each -> each.by() == culprit && each.rule().equals(rule)),
                verdict.breaches()::toString);
        assertTrue(verdict.breaches().stream().map(Breach::by).allMatch(culprit::equals), verdict.breaches()::toString);
    }
}
