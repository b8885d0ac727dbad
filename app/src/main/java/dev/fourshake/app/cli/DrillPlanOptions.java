package dev.fourshake.app.cli;

import dev.fourshake.app.drill.Credentials;
import dev.fourshake.app.drill.DrillPlan;
import dev.fourshake.app.drill.DrillTimes;
import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.tls.BrokerTls;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import dev.fourshake.model.wire.ProtocolVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which fault points a drill runs, as the command line asks for them. */
final class DrillPlanOptions {

    @Option(names = "--qos", split = ",", paramLabel = "1|2", descriptionKey = "drill.qos")
    private List<String> levels = List.of("1", "2");

    @Option(names = "--protocol", split = ",", paramLabel = "3.1.1|5", descriptionKey = "drill.protocol")
    private List<String> protocols = List.of("3.1.1", "5");

    @Option(names = "--direction", split = ",", paramLabel = "out|in", descriptionKey = "drill.direction")
    private List<String> directions = List.of("out", "in");

    @Option(names = "--faults", split = ",", paramLabel = "FAULT", descriptionKey = "drill.faults")
    private List<String> faults = List.of();

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "drill.user")
    private String user;

    @Option(names = "--password", arity = "0..1", interactive = true, paramLabel = "PASSWORD",
            descriptionKey = "drill.password")
    private String password;

    @Option(names = "--patience", paramLabel = "DURATION", descriptionKey = "drill.patience")
    private String patience;

    @Option(names = "--delay", paramLabel = "DURATION", descriptionKey = "drill.delay")
    private String delay;

    DrillPlan plan(HostPort broker, BrokerTls tls) {
        return new DrillPlan(broker, tls, new Credentials(Optional.ofNullable(user), Optional.ofNullable(password)),
                chosen("--protocol", protocols, DrillPlanOptions::protocol, "3.1.1, 5"),
                chosen("--qos", levels, DrillPlanOptions::qos, "1, 2"),
                chosen("--direction", directions, DrillPlanOptions::direction, "out, in"),
                faults.isEmpty() ? Set.of(Fault.values()) : chosen("--faults", faults, Fault::ofCode,
                        Stream.of(Fault.values()).map(Fault::code).collect(Collectors.joining(", "))), times());
    }

    private DrillTimes times() {
        DrillTimes usual = DrillTimes.USUAL;
        return new DrillTimes(duration(patience, usual.patience()), usual.grace(), duration(delay, usual.delay()),
                usual.quiet());
    }

    private static Duration duration(String text, Duration usual) {
        Duration duration = text == null ? usual : Durations.parse(text);
        if (!duration.isPositive()) {
            throw CommandFailure.wrongCall(Message.of(DrillPlanOptions.class, "duration.invalid", text));
        }
        return duration;
    }

    private static Optional<ProtocolVersion> protocol(String code) {
        return ProtocolVersion.ofCode(code).filter(version -> version != ProtocolVersion.MQTT_3_1);
    }

    private static Optional<Qos> qos(String level) {
        return Stream.of(Qos.AT_LEAST_ONCE, Qos.EXACTLY_ONCE)
                .filter(qos -> String.valueOf(qos.level()).equals(level)).findFirst();
    }

    private static Optional<Direction> direction(String code) {
        return switch (code) {
            case "out" -> Optional.of(Direction.CLIENT_TO_SERVER);
            case "in" -> Optional.of(Direction.SERVER_TO_CLIENT);
            default -> Optional.empty();
        };
    }

    private static <T> Set<T> chosen(String option, List<String> codes, Function<String, Optional<T>> of, String all) {
        return codes.stream().map(String::strip).map(code -> of.apply(code).orElseThrow(() ->
                CommandFailure.wrongCall(Message.of(DrillPlanOptions.class, "drill.choice", option, code, all))))
                .collect(Collectors.toSet());
    }
}
