package dev.fourshake.app.cli;

import dev.fourshake.app.drill.CaseResult;
import dev.fourshake.app.drill.DrillListener;
import dev.fourshake.app.drill.FaultPoint;
import dev.fourshake.model.text.Message;
import java.io.PrintWriter;

/** Tells on standard error how a drill goes on. */
record DrillProgress(PrintWriter err) implements DrillListener {

    @Override
    public void begun(int number, int of, FaultPoint point) {
        err.print("[" + number + "/" + of + "] " + point.title().text() + " … ");
        err.flush();
    }

    @Override
    public void ended(int number, int of, CaseResult result) {
        err.println(result.verdict().result().title().text());
        err.flush();
    }

    @Override
    public void asks(Message what) {
        err.println();
        err.println("    >>> " + what.text());
        err.flush();
    }
}
