package dev.fourshake.app.tap.line;

/** Whose lines at a tap are meant. */
public sealed interface LineScope {

    /** Those of all devices, those to come too. */
    record Everybody() implements LineScope {
    }

    /** Those of one client, over its reconnects, from the CONNECT on that names it. */
    record Client(String clientId) implements LineScope {

        public Client {
            if (clientId.isEmpty()) {
                throw new IllegalArgumentException("A client has a name.");
            }
        }
    }

    /** The one of this link. */
    record OneLink(int number) implements LineScope {
    }

    /** @param clientId null while the link's client has not said its name */
    default boolean covers(int link, String clientId) {
        return switch (this) {
            case Everybody _ -> true;
            case Client(String wanted) -> wanted.equals(clientId);
            case OneLink(int number) -> number == link;
        };
    }
}
