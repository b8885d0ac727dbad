package dev.fourshake.app.cli;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillListener;
import dev.fourshake.app.drill.result.FaultPoint;
import dev.fourshake.model.text.Message;
import java.io.PrintWriter;

/** Tells on standard error how a drill goes on. */
final class DrillProgress implements DrillListener {

    private final PrintWriter err;
    /** The line of the case that is under way has no end yet. */
    private boolean open;

    DrillProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void begun(int number, int of, FaultPoint point) {
        open = true;
        err.print("[" + number + "/" + of + "] " + point.title().text() + " … ");
        err.flush();
    }

    @Override
    public void ended(int number, int of, CaseResult result) {
        open = false;
        err.println(result.verdict().result().title().text());
        err.flush();
    }

    @Override
    public void asks(Message what) {
        finishLine();
        err.println("    >>> " + what.text());
        err.flush();
    }

    /** What is said next begins a line, also where a case was given up. */
    void finishLine() {
        if (open) {
            open = false;
            err.println();
            err.flush();
        }
    }
}
