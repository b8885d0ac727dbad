package dev.fourshake.ui.line;

import dev.fourshake.app.tap.line.LinePreset;
import dev.fourshake.app.tap.line.LineQuality;
import dev.fourshake.app.tap.line.LineScope;
import dev.fourshake.ui.view.Choices;
import dev.fourshake.ui.view.FormMistake;
import dev.fourshake.ui.view.Forms;
import dev.fourshake.ui.workbench.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

/** The form of a tap's lines: whose, and what happens in which direction. */
final class LineForm {

    private static final Texts TEXTS = Texts.of(LineForm.class);
    private static final int FIRST_ROW = 4;

    @FXML private GridPane grid;
    @FXML private ComboBox<LineScope> devices;
    @FXML private ComboBox<Optional<LinePreset>> preset;
    @FXML private CheckBox same;
    @FXML private TextField seed;
    @FXML private Label mistake;

    private final Node content;
    private final QualityColumn toBroker;
    private final QualityColumn toDevice;

    /** @param clients that could be chosen */
    LineForm(LineSettings settings, List<String> clients) {
        content = Forms.load(this, "line");
        toBroker = new QualityColumn("toBroker", grid, 1, FIRST_ROW, grid.disabledProperty());
        toDevice = new QualityColumn("toDevice", grid, 2, FIRST_ROW, same.selectedProperty());
        List<LineScope> scopes = Stream.concat(Stream.of(new LineScope.Everybody(), settings.scope()),
                clients.stream().map(LineScope.Client::new)).distinct().toList();
        Choices.fill(devices, scopes, settings.scope(), LineForm::name);
        List<Optional<LinePreset>> presets = Stream.concat(Stream.of(Optional.<LinePreset>empty()),
                Arrays.stream(LinePreset.values()).map(Optional::of)).toList();
        Choices.fill(preset, presets, presetOf(settings), LineForm::name);
        show(settings);
        preset.valueProperty().subscribe((_, chosen) -> chosen.ifPresent(this::fill));
    }

    private static Optional<LinePreset> presetOf(LineSettings settings) {
        LineQuality plain = settings.toBroker().withSeed(0);
        return Arrays.stream(LinePreset.values())
                .filter(each -> settings.isSameBothWays() && each.quality().equals(plain)).findFirst();
    }

    private static String name(LineScope scope) {
        return switch (scope) {
            case LineScope.Everybody _ -> TEXTS.get("form.everybody");
            case LineScope.Client(String clientId) -> clientId;
            case LineScope.OneLink(int number) -> TEXTS.get("form.link", number);
        };
    }

    private static String name(Optional<LinePreset> preset) {
        return preset.map(each -> TEXTS.get("preset." + each.name())).orElse(TEXTS.get("preset"));
    }

    private void show(LineSettings settings) {
        toBroker.set(settings.toBroker());
        toDevice.set(settings.toDevice());
        toDevice.follow(toBroker, same.selectedProperty());
        same.setSelected(settings.isSameBothWays());
        seed.setText(Long.toString(settings.toBroker().seed()));
    }

    /** The preset's figures stand in the fields, where they can be changed. */
    private void fill(LinePreset chosen) {
        same.setSelected(true);
        toBroker.set(chosen.quality());
    }

    Node content() {
        return content;
    }

    void say(String sentence) {
        mistake.setText(sentence);
    }

    void focus() {
        toBroker.focus();
    }

    /** The lines as they stand in the form. */
    LineSettings settings() throws FormMistake {
        long sown = FormMistake.number(TEXTS.get("form.seed"), seed, Long.MIN_VALUE, Long.MAX_VALUE);
        LineQuality up = toBroker.get(sown);
        return new LineSettings(devices.getValue(), up, same.isSelected() ? up : toDevice.get(sown));
    }
}
