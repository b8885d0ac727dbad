package dev.fourshake.app.cli;

import dev.fourshake.app.drill.DrillDevices;
import dev.fourshake.app.drill.DrillPlan;
import dev.fourshake.app.drill.Site;
import dev.fourshake.app.drill.Site.SiteMessage;
import dev.fourshake.app.tap.tls.DeviceTls;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.Direction;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which device is drilled, as the command line names it. */
final class DrillDeviceOptions {

    @Option(names = "--device", paramLabel = "[HOST:]PORT", descriptionKey = "drill.device")
    private String listen;

    @Option(names = "--topics", paramLabel = "FILTER", descriptionKey = "drill.topics")
    private String topics;

    @Option(names = "--trigger", paramLabel = "TOPIC=PAYLOAD", descriptionKey = "drill.trigger")
    private String trigger;

    @Option(names = "--send", paramLabel = "TOPIC=PAYLOAD", descriptionKey = "drill.send")
    private String message;

    DrillDevices devices(DrillPlan plan, DeviceTls tls) {
        if (listen == null) {
            if (Stream.of(topics, trigger, message).anyMatch(option -> option != null)) {
                throw wrong("drill.noDevice");
            }
            return DrillDevices.own();
        } else if (plan.versions().size() > 1) {
            throw wrong("drill.oneProtocol");
        } else if (plan.directions().contains(Direction.CLIENT_TO_SERVER) && topics == null) {
            throw wrong("drill.noTopics");
        } else if (plan.directions().contains(Direction.SERVER_TO_CLIENT) && message == null) {
            throw wrong("drill.noMessage");
        }
        return new DrillDevices.AtSite(new Site(TapCommand.address(listen), tls, Optional.ofNullable(topics),
                Optional.ofNullable(trigger).map(DrillDeviceOptions::message),
                Optional.ofNullable(message).map(DrillDeviceOptions::message)));
    }

    private static SiteMessage message(String text) {
        return SiteMessage.parse(text).orElseThrow(() ->
                CommandFailure.wrongCall(Message.of(DrillDeviceOptions.class, "drill.message.invalid", text)));
    }

    private static CommandFailure wrong(String key) {
        return CommandFailure.wrongCall(Message.of(DrillDeviceOptions.class, key));
    }
}
