package dev.fourshake.app.drill;

import dev.fourshake.app.client.ConnectOptions;
import java.util.Optional;

/** How the drill's own clients log in. */
public record Credentials(Optional<String> userName, Optional<String> password) {

    public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

    ConnectOptions.Builder applyTo(ConnectOptions.Builder options) {
        userName.ifPresent(options::userName);
        password.ifPresent(options::password);
        return options;
    }

    /** Without the password: plans end up in logs. */
    @Override
    public String toString() {
        return userName.orElse("");
    }
}
