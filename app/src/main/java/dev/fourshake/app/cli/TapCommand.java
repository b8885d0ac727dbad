package dev.fourshake.app.cli;

import dev.fourshake.app.capture.CaptureException;
import dev.fourshake.app.capture.CaptureRecorder;
import dev.fourshake.app.data.ProgramVersion;
import dev.fourshake.app.data.UserData;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.script.Script;
import dev.fourshake.app.tap.Tap;
import dev.fourshake.app.tap.TapException;
import dev.fourshake.app.tap.TapOptions;
import dev.fourshake.app.tap.hold.Breakpoint;
import dev.fourshake.app.tap.hold.HoldControl;
import dev.fourshake.app.workspace.CaptureFiles;
import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.app.workspace.Workspace;
import dev.fourshake.model.text.Message;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fourshake tap}: the tap without a window. */
@Command(name = "tap", mixinStandardHelpOptions = true, resourceBundle = "dev.fourshake.app.cli.messages")
final class TapCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--listen", required = true, paramLabel = "[HOST:]PORT", descriptionKey = "tap.listen")
    private String listen;

    @Option(names = "--to", required = true, paramLabel = "HOST:PORT", descriptionKey = "tap.to")
    private String to;

    @Mixin
    private TlsOptions tls;

    @Mixin
    private WeakOption weak;

    @Mixin
    private ScriptOption scripted;

    @Option(names = "--save", paramLabel = "NAME|FILE", descriptionKey = "tap.save")
    private String save;

    @Option(names = "--for", paramLabel = "DURATION", descriptionKey = "tap.for")
    private String duration;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Texts texts = new Texts();

    @Override
    public Integer call() {
        Optional<Duration> limit = Optional.ofNullable(duration).map(Durations::parse);
        Script script = scripted.with(weak.rules());
        UserData data = UserData.resolve();
        TapOptions options = tls.applyTo(TapOptions.to(address(to)).withListen(address(listen)), data);
        try (Workspace workspace = new Workspace(data); Interruption interruption = Interruption.watch()) {
            LiveTap tap = start(workspace, options);
            RecordingWatch recording = new RecordingWatch(tap::recording, this::say);
            tap.addListener(recording);
            script.applyTo(tap.tap()).join();
            script.lines().forEach(line -> say(texts.of("tap.weak", line.toString())));
            record(tap, workspace);
            say(texts.of("tap.listening", tap.tap().address().toString()));
            TapTrouble trouble = new TapTrouble(() -> tap.tap().status().problem(), this::say);
            tap.tap().addListener(trouble::note);
            interruption.await(limit, trouble::say);
            trouble.say();
            workspace.end(tap);
            report(script, tap.tap().holds());
            recording.end();
            int status = recording.hasFailed() ? ExitStatus.WRONG_CALL : reachStatus(tap.tap());
            report(tap);
            return status;
        }
    }

    /** A script must not take the silence of a broker that was never there for a run without faults. */
    private int reachStatus(Tap tap) {
        if (!tap.isBrokerOutOfReach()) {
            return ExitStatus.DONE;
        }
        say(texts.of("tap.unreached", tap.options().broker().toString()));
        return ExitStatus.UNREACHABLE;
    }

    private LiveTap start(Workspace workspace, TapOptions options) {
        try {
            LiveTap tap = workspace.startTap(new TapPlan(options, false));
            tap.tap().reach().map(Message::text).ifPresent(this::say);
            return tap;
        } catch (TapException failure) {
            throw CommandFailure.wrongCall(failure.sentence());
        }
    }

    private void record(LiveTap tap, Workspace workspace) {
        if (save == null) {
            return;
        }
        try {
            Path file = new CaptureFiles(workspace.catalogue()).forNew(save);
            tap.startRecording(file, ProgramVersion.current(), CaptureRecorder.Start.BEGINNING);
            say(texts.of("tap.saving", tap.recording().orElseThrow().file().toString()));
        } catch (CaptureException failure) {
            throw CommandFailure.wrongCall(failure.problem());
        }
    }

    private void report(Script script, HoldControl holds) {
        int number = 0;
        for (Breakpoint breakpoint : script.breakpoints()) {
            say(texts.of("tap.breakpoint", ++number, holds.hits(breakpoint)));
        }
    }

    private void report(LiveTap tap) {
        Summary summary = new Summary(tap.title(), tap.snapshot().summary());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            summary.json(out);
        } else {
            summary.print(out, texts);
        }
        out.flush();
    }

    private void say(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(sentence);
        err.flush();
    }

    static HostPort address(String text) {
        try {
            return HostPort.parse(text);
        } catch (IllegalArgumentException _) {
            throw CommandFailure.wrongCall(Message.of(TapCommand.class, "address.invalid", text));
        }
    }
}
