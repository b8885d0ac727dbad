package dev.fourshake.ui.view.connections;

import dev.fourshake.app.workspace.LiveTap;
import dev.fourshake.app.workspace.OwnClient;
import dev.fourshake.app.workspace.TapPlan;
import dev.fourshake.app.workspace.OpenTrace;

/** What a line of the Connections view stands for. Equal entries are the same line at two moments. */
sealed interface Entry {

    /** The invisible top. */
    record Root() implements Entry {
    }

    /** The embedded broker. */
    record Broker() implements Entry {
    }

    /** A tap that runs. */
    record Tap(LiveTap tap) implements Entry {
    }

    /** A tap that is saved and does not run. */
    record Plan(TapPlan plan) implements Entry {
    }

    /** A device that is or was connected to a tap: the latest link of its session, or a link without one. */
    record Device(LiveTap tap, int link) implements Entry {
    }

    /** A client of our own, below the tap that it connects through. */
    record Client(OwnClient client) implements Entry {
    }

    /** Something else with a trace: an opened capture. */
    record Source(OpenTrace source) implements Entry {
    }
}
