package dev.fourshake.app.cli;

import dev.fourshake.app.broker.BrokerState;
import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureRecorder;
import dev.fourshake.app.client.ClientFailure;
import dev.fourshake.app.data.ProgramVersion;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.demo.DemoExchange;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.workspace.CaptureFiles;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.diagram.text.TextDiagram;
import dev.fourshake.model.exchange.ExchangeKind;
import dev.fourshake.model.exchange.Outcome;
import dev.fourshake.model.packet.Qos;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fourshake demo}: embedded broker, tap, a publisher and a subscriber; one real exchange, drawn. */
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "dev.fourshake.app.cli.messages")
final class DemoCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 30;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Fourshake program;

    @Option(names = "--qos", paramLabel = "0|1|2", descriptionKey = "demo.qos")
    private Integer qos;

    @Option(names = "--protocol", paramLabel = "3.1|3.1.1|5", descriptionKey = "demo.protocol")
    private String protocol;

    @Option(names = "--text", descriptionKey = "demo.text")
    private boolean text;

    @Option(names = "--save", paramLabel = "NAME|FILE", descriptionKey = "demo.save")
    private String save;

    private final Texts texts = new Texts();

    @Override
    public Integer call() {
        boolean chosen = text || qos != null || protocol != null || save != null;
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return chosen ? draw(out, err) : program.openDesktop(List.of(), err, () -> draw(out, err));
    }

    /** Draws one exchange; the answer is the exit status. */
    int draw(PrintWriter out, PrintWriter err) {
        Qos level = level();
        ProtocolVersion version = version();
        UserData data = UserData.resolve();
        try (Workspace workspace = new Workspace(data)) {
            LiveTap tap = startTap(workspace, err);
            if (save != null) {
                tap.startRecording(new CaptureFiles(workspace.catalogue()).forNew(save), ProgramVersion.current(),
                        CaptureRecorder.Start.BEGINNING);
                say(err, texts.of("tap.saving", tap.recording().orElseThrow().file().toString()));
            }
            TextDiagram diagram = new TextDiagram(Terminal.options());
            drawExchange(tap, level, version, diagram, out);
            workspace.end(tap);
            diagram.write(tap.snapshot(), out::println);
            out.println(diagram.legend());
            out.flush();
            return ExitStatus.DONE;
        } catch (CaptureException failure) {
            throw CommandFailure.wrongCall(failure.problem());
        }
    }

    private LiveTap startTap(Workspace workspace, PrintWriter err) {
        say(err, texts.of("demo.starting"));
        BrokerState state = workspace.startBroker().started().join();
        if (!(state instanceof BrokerState.Listening(var address))) {
            throw new CommandFailure(ExitStatus.UNREACHABLE, state instanceof BrokerState.Failed(Message sentence)
                    ? sentence : Message.of(DemoCommand.class, "demo.broker"));
        }
        try {
            return workspace.startTap(new TapPlan(
                    TapOptions.to(HostPort.loopback(address.getPort())).withName(texts.of("demo.name")), false));
        } catch (TapException failure) {
            throw CommandFailure.wrongCall(failure.sentence());
        }
    }

    /** Draws each packet as it passes, until both halves of the way are done. */
    private void drawExchange(LiveTap tap, Qos level, ProtocolVersion version, TextDiagram diagram, PrintWriter out) {
        Pace pace = new Pace();
        Runnable end = tap.onChange(pace::signal);
        try (DemoExchange exchange = DemoExchange.start(tap.addressForClients(), version, level)) {
            exchange.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            Predicate<TraceSnapshot> whole = trace -> delivered(trace, level) >= 2;
            if (!pace.await(() -> {
                diagram.write(tap.snapshot(), out::println);
                out.flush();
                return whole.test(tap.snapshot());
            }, PATIENCE_SECONDS)) {
                throw new TimeoutException();
            }
        } catch (ExecutionException failure) {
            throw new CommandFailure(ExitStatus.UNREACHABLE, Message.of(DemoCommand.class, "demo.failed",
                    ClientFailure.in(failure).getMessage()));
        } catch (TimeoutException _) {
            throw new CommandFailure(ExitStatus.UNREACHABLE, Message.of(DemoCommand.class, "demo.timeout",
                    PATIENCE_SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            end.run();
        }
    }

    private static long delivered(TraceSnapshot trace, Qos level) {
        return trace.totals().exchanges().getOrDefault(ExchangeKind.values()[level.level()], Map.of())
                .getOrDefault(Outcome.COMPLETE, 0L);
    }

    private Qos level() {
        int value = qos == null ? 2 : qos;
        if (value < 0 || value > 2) {
            throw CommandFailure.wrongCall(Message.of(DemoCommand.class, "demo.qos.invalid", value));
        }
        return Qos.ofLevel(value);
    }

    private ProtocolVersion version() {
        return protocol == null ? ProtocolVersion.MQTT_5 : ProtocolVersion.ofCode(protocol).orElseThrow(() ->
                CommandFailure.wrongCall(Message.of(DemoCommand.class, "demo.protocol.invalid", protocol)));
    }

    private static void say(PrintWriter err, String sentence) {
        err.println(sentence);
        err.flush();
    }
}
