package dev.fourshake.app.drill;

import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.app.tap.tls.TrustGrant;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.PacketType;
import dev.fourshake.model.wire.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fault points a drill runs, and against which broker.
 *
 * @param levels     QoS 1, 2 or both
 * @param directions {@code CLIENT_TO_SERVER} for messages that the device publishes
 * @param grants     devices that may go to a broker whose certificate is refused; our own clients are 127.0.0.1
 */
public record DrillPlan(HostPort broker, BrokerTls brokerTls, Credentials credentials, Set<ProtocolVersion> versions,
                        Set<Qos> levels, Set<Direction> directions, Set<Fault> faults, DrillTimes times,
                        List<TrustGrant> grants) {

    /** @throws IllegalArgumentException if there is nothing to do, or QoS 0 is among the levels */
    public DrillPlan {
        versions = Set.copyOf(versions);
        levels = Set.copyOf(levels);
        directions = Set.copyOf(directions);
        faults = Set.copyOf(faults);
        grants = List.copyOf(grants);
        if (levels.contains(Qos.AT_MOST_ONCE) || versions.isEmpty() || levels.isEmpty() || directions.isEmpty()
                || faults.isEmpty()) {
            throw new IllegalArgumentException("Nothing to drill: " + versions + levels + directions + faults);
        }
    }

    /** Nobody is granted anything. */
    public DrillPlan(HostPort broker, BrokerTls brokerTls, Credentials credentials, Set<ProtocolVersion> versions,
                     Set<Qos> levels, Set<Direction> directions, Set<Fault> faults, DrillTimes times) {
        this(broker, brokerTls, credentials, versions, levels, directions, faults, times, List.of());
    }

    public DrillPlan withGrants(List<TrustGrant> newGrants) {
        return new DrillPlan(broker, brokerTls, credentials, versions, levels, directions, faults, times, newGrants);
    }

    /** Everything, for MQTT 3.1.1 and 5. */
    public static DrillPlan all(HostPort broker) {
        return new DrillPlan(broker, new BrokerTls.None(), Credentials.NONE,
                Set.of(ProtocolVersion.MQTT_3_1_1, ProtocolVersion.MQTT_5),
                Set.of(Qos.AT_LEAST_ONCE, Qos.EXACTLY_ONCE), Set.of(Direction.values()), Set.of(Fault.values()),
                DrillTimes.USUAL);
    }

    /** The fault points in the order in which they are run: by version, QoS, direction, step and fault. */
    public List<FaultPoint> points() {
        List<FaultPoint> points = new ArrayList<>();
        for (ProtocolVersion version : new TreeSet<>(versions)) {
            for (Qos qos : new TreeSet<>(levels)) {
                for (Direction direction : new TreeSet<>(directions)) {
                    for (PacketType step : FaultPoint.steps(qos)) {
                        for (Fault fault : new TreeSet<>(faults)) {
                            points.add(new FaultPoint(version, qos, direction, step, fault));
                        }
                    }
                }
            }
        }
        return points;
    }
}
