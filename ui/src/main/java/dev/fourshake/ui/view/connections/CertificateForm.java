package dev.fourshake.ui.view.connections;

import dev.fourshake.app.tap.tls.RefusedCertificate;
import dev.fourshake.app.tap.tls.TrustGrant;
import dev.fourshake.ui.workbench.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HexFormat;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a user has to see of a refused certificate before trusting it for one device. */
final class CertificateForm {

    private static final Texts TEXTS = Texts.of(CertificateForm.class);
    private static final double WIDTH = 640;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withZone(ZoneId.systemDefault());

    private final RefusedCertificate refused;
    private final CheckBox any = new CheckBox(TEXTS.get("trust.any"));
    private final Button copy = new Button(TEXTS.get("trust.copy"));
    private final VBox content;

    CertificateForm(RefusedCertificate refused) {
        this.refused = refused;
        GridPane facts = new GridPane(8, 8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(90);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().addAll(names, values);
        fact(facts, "trust.subject", value(refused.subject()));
        fact(facts, "trust.issuer", value(refused.issuer()));
        fact(facts, "trust.valid", value(TEXTS.get("trust.valid.value", date(refused.validFrom()),
                date(refused.validUntil()))));
        Label fingerprint = new Label(inTwoLines(inPairs(refused.fingerprint())));
        fingerprint.getStyleClass().add("fs-mono");
        fingerprint.setMinSize(Label.USE_PREF_SIZE, Label.USE_PREF_SIZE);
        copy.setMinWidth(Button.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            ClipboardContent text = new ClipboardContent();
            text.putString(inPairs(refused.fingerprint()));
            Clipboard.getSystemClipboard().setContent(text);
        });
        HBox compared = new HBox(12, fingerprint, copy);
        compared.setAlignment(Pos.CENTER_LEFT);
        fact(facts, "trust.fingerprint", compared);
        any.setTooltip(new Tooltip(TEXTS.get("trust.any.hint")));
        Label reason = wrapped(refused.reason().text());
        reason.getStyleClass().add("fs-warning-text");
        content = new VBox(12, reason, facts, wrapped(TEXTS.get("trust.scope", refused.device())), any);
        content.setPrefWidth(WIDTH);
        content.getStyleClass().add("fs-form");
    }

    /** As other programs show it, so that the two can be compared by eye. */
    private static String inPairs(String digits) {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(digits));
    }

    /** All of it is in sight: who compares only its beginning has compared nothing. */
    private static String inTwoLines(String pairs) {
        int half = pairs.length() / 2;
        return pairs.substring(0, half + 1) + "\n" + pairs.substring(half + 1);
    }

    private static String date(Instant time) {
        return DATE.format(time);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        return label;
    }

    /** Text that can be marked and copied, and scrolls where it is long. */
    private static TextField value(String text) {
        TextField field = new TextField(text);
        field.setEditable(false);
        field.setTooltip(new Tooltip(text));
        return field;
    }

    private static void fact(GridPane facts, String name, Node value) {
        int row = facts.getRowCount();
        Label label = new Label(TEXTS.get(name));
        label.setLabelFor(value);
        facts.addRow(row, label, value);
    }

    Node content() {
        return content;
    }

    void focus() {
        copy.requestFocus();
    }

    /** What was granted. */
    TrustGrant grant() {
        return any.isSelected() ? new TrustGrant(refused.device(), TrustGrant.ANY) : refused.grant();
    }
}
