package dev.fourshake.app.drill;

import dev.fourshake.app.drill.result.Fault;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.app.net.HostPort;
import dev.fourshake.model.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a drill will do to whom, in sentences to be read before it begins. */
public final class Announcement {

    private final DrillPlan plan;
    private final List<FaultPoint> points;
    private final List<Message> sentences = new ArrayList<>();

    private Announcement(DrillPlan plan) {
        this.plan = plan;
        points = plan.points();
    }

    public static List<Message> of(DrillPlan plan, DrillDevices devices) {
        Announcement announcement = new Announcement(plan);
        switch (devices) {
            case DrillDevices.Library library -> announcement.ofLibrary(library);
            case DrillDevices.AtSite(Site site) -> announcement.ofSite(site);
        }
        return List.copyOf(announcement.sentences);
    }

    private void ofLibrary(DrillDevices.Library library) {
        say("library", library.title(), plan.broker().toString(), points.size());
    }

    private void ofSite(Site site) {
        Object address = address(site.listen());
        say("site", address, plan.broker().toString(), points.size());
        count("cuts", point -> point.fault().endsLink());
        count("away", point -> point.fault().restartsBroker());
        count("lost", point -> point.fault() == Fault.LOST);
        count("delayed", point -> point.fault() == Fault.DELAYED);
        count("duplicated", point -> point.fault() == Fault.DUPLICATED);
        count("reset", point -> point.fault() == Fault.BROKER_RESET);
        count("restart", point -> point.fault().restartsDevice());
        site.trigger().ifPresentOrElse(trigger -> count("trigger", FaultPoint::devicePublishes, trigger.topic()),
                () -> count("ask", FaultPoint::devicePublishes));
        site.message().ifPresent(message -> count("message", point -> !point.devicePublishes(), message.topic()));
        count("will", point -> true);
        say("end", address);
        say("copies");
    }

    /** A port that is only chosen when the drill begins has no number yet. */
    private static Object address(HostPort listen) {
        return listen.port() != 0 ? listen.toString()
                : Message.of(Announcement.class, "announce.free", listen.host());
    }

    private void count(String key, Predicate<FaultPoint> which, Object... more) {
        long count = points.stream().filter(which).count();
        if (count > 0) {
            List<Object> arguments = new ArrayList<>(List.of(count));
            arguments.addAll(List.of(more));
            say(key, arguments.toArray());
        }
    }

    private void say(String key, Object... arguments) {
        sentences.add(Message.of(Announcement.class, "announce." + key, arguments));
    }
}
