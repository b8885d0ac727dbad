package dev.fourshake.app.cli;

import dev.fourshake.app.broker.BrokerState;
import dev.fourshake.app.broker.EmbeddedBroker;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.drill.Announcement;
import dev.fourshake.app.drill.Drill;
import dev.fourshake.app.drill.DrillDevices;
import dev.fourshake.app.drill.DrillException;
import dev.fourshake.app.drill.DrillPlan;
import dev.fourshake.app.drill.DrillReport;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.model.text.Message;
import java.io.Console;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourshake drill}: a fault at each step of a handshake, and what comes of it. */
@Command(name = "drill", mixinStandardHelpOptions = true, resourceBundle = "dev.fourshake.app.cli.messages")
final class DrillCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--to", paramLabel = "HOST:PORT", descriptionKey = "drill.to")
    private String to;

    @Mixin
    private DrillPlanOptions what;

    @Mixin
    private DrillDeviceOptions device;

    @Mixin
    private TlsOptions tls;

    @Option(names = "--yes", descriptionKey = "drill.yes")
    private boolean yes;

    @Mixin
    private DrillFiles files;

    private final Texts texts = new Texts();

    @Override
    public Integer call() {
        UserData data = UserData.resolve();
        // What is wrong with the call is said before a broker is started for it.
        files.check();
        what.plan(HostPort.loopback(1), TapOptions.to(HostPort.loopback(1)).brokerTls());
        if (to != null) {
            return drill(TapCommand.address(to), data);
        }
        say(texts.of("demo.starting"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(_ -> { })) {
            BrokerState state = broker.started().join();
            if (!(state instanceof BrokerState.Listening(var address))) {
                throw new CommandFailure(ExitStatus.UNREACHABLE, state instanceof BrokerState.Failed(Message sentence)
                        ? sentence : Message.of(DrillCommand.class, "demo.broker"));
            }
            return drill(HostPort.loopback(address.getPort()), data);
        }
    }

    private int drill(HostPort broker, UserData data) {
        TapOptions options = tls.applyTo(TapOptions.to(broker), data);
        DrillPlan plan = what.plan(broker, options.brokerTls()).withGrants(options.grants());
        DrillDevices devices = settled(device.devices(plan, options.deviceTls()));
        Announcement.of(plan, devices).forEach(sentence -> say(sentence.text()));
        confirm(devices);
        DrillProgress progress = new DrillProgress(spec.commandLine().getErr());
        Drill drill = new Drill(plan, devices, progress);
        // Until all is written: what was done before Ctrl-C is told as well.
        try (Interruption _ = Interruption.watch(drill::stop)) {
            return run(drill, progress);
        }
    }

    /** The device is told where to connect by what is said before the drill begins. */
    private static DrillDevices settled(DrillDevices devices) {
        try {
            return devices.settled();
        } catch (DrillException failure) {
            throw CommandFailure.wrongCall(failure.sentence());
        }
    }

    /** Says what came of it, and what could not be said. */
    private int run(Drill drill, DrillProgress progress) {
        try {
            DrillReport report = drill.run();
            progress.finishLine();
            return !write(report) ? ExitStatus.WRONG_CALL : switch (report.outcome()) {
                case KEPT -> ExitStatus.DONE;
                case BROKEN -> ExitStatus.JUDGED_BAD;
                case NOTHING_PROVED -> ExitStatus.NOTHING_PROVED;
            };
        } catch (DrillException failure) {
            progress.finishLine();
            failure.report().filter(report -> !report.cases().isEmpty()).ifPresent(this::write);
            return new CommandFailure(failure.isUnreachable() ? ExitStatus.UNREACHABLE : ExitStatus.WRONG_CALL,
                    failure.sentence()).tell(spec.commandLine().getErr());
        }
    }

    /** @return whether all of it could be written; what could not is said behind the rest */
    private boolean write(DrillReport report) {
        PrintWriter out = spec.commandLine().getOut();
        List<Message> failures = new ArrayList<>();
        if (!files.write(report, out, failures::add)) {
            new DrillTable(texts).print(report, out);
        }
        out.flush();
        failures.forEach(failure -> CommandFailure.wrongCall(failure).tell(spec.commandLine().getErr()));
        return failures.isEmpty();
    }

    /** A device of somebody's is only disturbed by somebody who has read what will happen. */
    private void confirm(DrillDevices devices) {
        if (yes || devices instanceof DrillDevices.Library) {
            return;
        }
        Console console = System.console();
        String word = texts.of("drill.confirm.word");
        String answer = console == null ? null : console.readLine(texts.of("drill.confirm", word) + " ");
        if (answer == null || !answer.strip().equalsIgnoreCase(word)) {
            throw CommandFailure.wrongCall(Message.of(DrillCommand.class, "drill.notConfirmed"));
        }
    }

    private void say(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }
}
