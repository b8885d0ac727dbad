package dev.fourshake.ui.workbench;

import dev.fourshake.ui.workbench.job.BackgroundJobs;
import dev.fourshake.ui.workbench.job.Job;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows the oldest job that is running, once it has run for half a second, with a button to cancel it. */
final class JobProgress extends HBox {

    private static final Duration PATIENCE = Duration.millis(500);
    private static final Texts TEXT = Texts.of(Workbench.class);

    private final BackgroundJobs jobs;
    private final Label title = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button("", new FontIcon(Feather.X));
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private Job<?> shown;

    JobProgress(BackgroundJobs jobs) {
        this.jobs = jobs;
        getStyleClass().add("job-progress");
        cancel.getStyleClass().add("command-button");
        cancel.setOnAction(_ -> shown.cancel());
        getChildren().addAll(title, bar, cancel);
        setVisible(false);
        setManaged(false);
        patience.setOnFinished(_ -> update());
        jobs.running().addListener((ListChangeListener<Job<?>>) _ -> changed());
    }

    /** The first job starts the clock; later ones join. */
    private void changed() {
        if (jobs.running().isEmpty()) {
            patience.stop();
            update();
        } else if (isVisible()) {
            update();
        } else if (patience.getStatus() != PauseTransition.Status.RUNNING) {
            patience.playFromStart();
        }
    }

    private void update() {
        Job<?> job = jobs.running().isEmpty() ? null : jobs.running().getFirst();
        setVisible(job != null);
        setManaged(job != null);
        if (job == shown) {
            return;
        }
        shown = job;
        title.textProperty().unbind();
        bar.progressProperty().unbind();
        if (job != null) {
            title.textProperty().bind(job.messageProperty()
                    .map(step -> step.isEmpty() ? job.title() : TEXT.get("job.step", job.title(), step)));
            bar.progressProperty().bind(job.progressProperty());
            bar.setAccessibleText(job.title());
            cancel.setAccessibleText(TEXT.get("job.cancel", job.title()));
            cancel.setTooltip(new Tooltip(TEXT.get("job.cancel", job.title())));
        }
    }
}
