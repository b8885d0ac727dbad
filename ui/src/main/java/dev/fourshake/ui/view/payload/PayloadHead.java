package dev.fourshake.ui.view.payload;

import dev.fourshake.app.payload.PayloadFormat;
import dev.fourshake.app.payload.PayloadLimits;
import dev.fourshake.app.payload.ReadPayload;
import dev.fourshake.app.payload.Rendering;
import dev.fourshake.model.text.Message;
import dev.fourshake.ui.workbench.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Above a payload: its format and why it is this one, another to choose, and what there is to remark. */
final class PayloadHead extends VBox {

    private static final Texts TEXTS = Texts.of(PayloadHead.class);

    private final ComboBox<Optional<PayloadFormat>> formats = new ComboBox<>();
    private final Button always = new Button(TEXTS.get("always"));
    private final Label why = new Label();
    private final Label faults = new Label();
    private final Label remarks = new Label();
    private final Button more = new Button(TEXTS.get("more"));
    private final HBox cut = new HBox(8, new Label(TEXTS.get("cut")), more);
    private boolean filling;

    /**
     * @param onFormat told of the format that the user wants for this packet; empty: as it is found
     * @param onAlways the user wants a rule
     * @param onMore   the user wants to see more of a payload that was cut
     */
    PayloadHead(List<PayloadFormat> known, Consumer<Optional<PayloadFormat>> onFormat, Runnable onAlways,
            Runnable onMore) {
        formats.setId("payload-format");
        formats.setAccessibleText(TEXTS.get("format"));
        formats.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<PayloadFormat> format) {
                return format == null ? "" : format.map(known -> known.name().text()).orElse(TEXTS.get("automatic"));
            }

            @Override
            public Optional<PayloadFormat> fromString(String typed) {
                return formats.getValue();
            }
        });
        formats.getItems().add(Optional.empty());
        known.forEach(format -> formats.getItems().add(Optional.of(format)));
        formats.setVisibleRowCount(formats.getItems().size());
        formats.setValue(Optional.empty());
        formats.setOnAction(_ -> {
            if (!filling) {
                onFormat.accept(formats.getValue());
            }
        });
        always.setId("payload-always");
        always.setTooltip(new Tooltip(TEXTS.get("always.hint")));
        always.getStyleClass().add("small");
        always.setMinWidth(USE_PREF_SIZE);
        always.setOnAction(_ -> onAlways.run());
        more.setId("payload-more");
        more.getStyleClass().add("small");
        more.setOnAction(_ -> onMore.run());
        formats.setMinWidth(USE_PREF_SIZE);
        why.setId("payload-why");
        why.getStyleClass().add("fs-muted");
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, formats, why, always);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("fs-payload-head");
        cut.setAlignment(Pos.CENTER_LEFT);
        cut.getStyleClass().add("fs-advice");
        faults.getStyleClass().add("fs-defects");
        faults.setId("payload-faults");
        remarks.getStyleClass().add("fs-advice");
        remarks.setId("payload-remarks");
        for (Label label : List.of(faults, remarks)) {
            label.setWrapText(true);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().add(line);
    }

    void show(Shown shown, Optional<PayloadFormat> chosen) {
        filling = true;
        try {
            formats.setValue(chosen);
        } finally {
            filling = false;
        }
        boolean any = shown.read().isPresent() && !shown.source().orElseThrow().payload().isEmpty();
        setDisable(!any);
        why.setText(any ? why(shown) : "");
        why.setTooltip(any ? new Tooltip(why(shown)) : null);
        if (any) {
            remark(shown);
        } else {
            getChildren().retainAll(getChildren().getFirst());
        }
    }

    private static String why(Shown shown) {
        ReadPayload read = shown.read().orElseThrow();
        Source source = shown.source().orElseThrow();
        String size = String.format(Locale.ROOT, "%,d", source.payload().length()).replace(',', ' ');
        return TEXTS.get("why", read.format().name().text(), read.reason().text(), size);
    }

    private void remark(Shown shown) {
        ReadPayload read = shown.read().orElseThrow();
        List<Rendering.Note> notes = read.rendering().notes();
        faults.setText(lines(notes.stream().filter(Rendering.Note::isFault).map(Rendering.Note::message)));
        remarks.setText(lines(Stream.concat(
                notes.stream().filter(note -> !note.isFault()).map(Rendering.Note::message),
                read.passedOver().stream())));
        more.setVisible(shown.limits().equals(PayloadLimits.STANDARD));
        List<Node> rows = new ArrayList<>(List.of(getChildren().getFirst()));
        if (!faults.getText().isEmpty()) {
            rows.add(faults);
        }
        if (!remarks.getText().isEmpty()) {
            rows.add(remarks);
        }
        if (read.rendering().isCut()) {
            rows.add(cut);
        }
        getChildren().setAll(rows);
    }

    private static String lines(Stream<Message> messages) {
        return messages.map(Message::text).collect(Collectors.joining("\n"));
    }
}
