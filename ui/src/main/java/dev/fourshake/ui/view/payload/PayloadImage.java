package dev.fourshake.ui.view.payload;

import javafx.geometry.Pos;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;

/** A picture: fitted where it is larger than the view, zoomed with the wheel and Ctrl. */
final class PayloadImage extends ScrollPane {

    private static final double STEP = 1.25;

    private final ImageView picture = new ImageView();
    private double zoom = 1;

    PayloadImage() {
        StackPane centre = new StackPane(picture);
        centre.setAlignment(Pos.CENTER);
        centre.getStyleClass().add("fs-payload-image");
        setContent(centre);
        setFitToWidth(true);
        setFitToHeight(true);
        picture.setPreserveRatio(true);
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown()) {
                zoom(event.getDeltaY() > 0 ? zoom * STEP : zoom / STEP);
                event.consume();
            }
        });
    }

    void show(Image image) {
        picture.setImage(image);
        double fit = Math.min((getWidth() - 16) / image.getWidth(), (getHeight() - 16) / image.getHeight());
        zoom(Math.clamp(fit, 0.02, 1));
    }

    void zoomIn() {
        zoom(zoom * STEP);
    }

    void zoomOut() {
        zoom(zoom / STEP);
    }

    private void zoom(double next) {
        zoom = Math.clamp(next, 0.02, 32);
        // Enlarged pixels stay sharp: what is looked for is seen then.
        picture.setSmooth(zoom < 1);
        if (picture.getImage() != null) {
            picture.setFitWidth(picture.getImage().getWidth() * zoom);
        }
    }
}
