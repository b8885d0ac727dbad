package dev.fourshake.ui.filter;

import dev.fourshake.model.filter.Completion;
import dev.fourshake.model.filter.Filter;
import dev.fourshake.model.filter.Language;
import dev.fourshake.model.filter.Mistake;
import dev.fourshake.model.filter.Proposal;
import dev.fourshake.model.filter.Subject;
import dev.fourshake.model.filter.Vocabulary;
import dev.fourshake.model.trace.TraceSnapshot;
import dev.fourshake.ui.workbench.Texts;
import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A field in which a filter is typed: with proposals, and a sentence with its place for what is none. For the JavaFX
 * thread.
 *
 * @param <S> what is asked
 */
public final class FilterField<S> {

    private static final Texts TEXTS = Texts.of(FilterField.class);
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("fs-wrong");
    private static final Duration PAUSE = Duration.millis(250);

    private final Language<S> language;
    private final Supplier<? extends Vocabulary> seen;
    private final ReadOnlyObjectWrapper<Filter<S>> filter = new ReadOnlyObjectWrapper<>(Filter.all());
    private final TextField field = new TextField();
    private final Label mistake = new Label();
    private final CompletionPopup popup;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean proposing = true;

    /**
     * @param seen   what there is, for its values to be proposed
     * @param prompt stands where nothing is typed yet
     */
    public FilterField(Language<S> language, Supplier<? extends Vocabulary> seen, String prompt) {
        this.language = language;
        this.seen = seen;
        field.setPromptText(prompt);
        field.setAccessibleText(TEXTS.get("field"));
        field.getStyleClass().add("fs-filter-field");
        popup = new CompletionPopup(field, this::take);
        mistake.getStyleClass().add("fs-mistake");
        mistake.setWrapText(true);
        say(null);
        field.textProperty().subscribe(_ -> typed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                popup.hide();
            }
        });
        pause.setOnFinished(_ -> apply());
    }

    /** For packets, and what is told by them; the values of {@code trace} are proposed. */
    public static FilterField<Subject> ofPackets(Supplier<TraceSnapshot> trace) {
        return new FilterField<>(Language.PACKETS, () -> new TraceVocabulary(trace.get()),
                FilterSheet.of(TEXTS).prompt());
    }

    /** The field with the place for a mistake below it, for a form. */
    public Node node() {
        return new VBox(2, field, mistake);
    }

    /** Where it is typed. */
    public TextField field() {
        return field;
    }

    /** Where a mistake is told. */
    Label mistake() {
        return mistake;
    }

    /** What was typed last and is a filter. */
    public ReadOnlyObjectProperty<Filter<S>> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** Writes a filter into the field and takes it at once. */
    public void text(String text) {
        proposing = false;
        field.setText(text);
        field.end();
        proposing = true;
        apply();
    }

    /** Takes what is typed, without waiting for the user to pause. @return whether it is a filter */
    public boolean apply() {
        pause.stop();
        return switch (Filter.parse(language, field.getText(), ZoneId.systemDefault())) {
            case Filter.Good(Filter<S> good) -> {
                say(null);
                if (!good.text().equals(filter.get().text())) {
                    filter.set(good);
                }
                yield true;
            }
            case Filter.Bad(Mistake wrong) -> {
                // While proposals are shown the word is still being typed.
                say(popup.isShowing() ? null : wrong);
                yield false;
            }
        };
    }

    void hideProposals() {
        popup.hide();
    }

    // ------------------------------------------------------------------ within

    private void typed() {
        pause.playFromStart();
        if (proposing && field.isFocused()) {
            propose(Math.min(field.getCaretPosition() + 1, field.getLength()));
        }
    }

    private void propose(int caret) {
        popup.show(Completion.at(language, field.getText(), caret, seen.get()));
    }

    /** A sentence, with the wrong piece before it; what was right before is still shown. */
    private void say(Mistake wrong) {
        mistake.setVisible(wrong != null);
        mistake.setManaged(wrong != null);
        field.pseudoClassStateChanged(WRONG, wrong != null);
        if (wrong != null) {
            String piece = field.getText().substring(wrong.at(), wrong.at() + wrong.length());
            mistake.setText(piece.isEmpty() ? wrong.message().text()
                    : TEXTS.get("mistake", piece, wrong.at() + 1, wrong.message().text()));
        }
    }

    private void key(KeyEvent event) {
        if (popup.isShowing() && popup.move(event)) {
            event.consume();
            return;
        }
        Proposal chosen = popup.isShowing() ? popup.chosen() : null;
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            propose(field.getCaretPosition());
            event.consume();
        } else if (chosen != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB)) {
            take(chosen);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && popup.isShowing()) {
            popup.hide();
            event.consume();
        }
    }

    private void take(Proposal proposal) {
        proposing = false;
        field.setText(proposal.applyTo(field.getText()));
        field.positionCaret(proposal.caret());
        proposing = true;
        popup.hide();
        pause.playFromStart();
    }
}
