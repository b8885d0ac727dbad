package dev.fourshake.app.tap;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.net.Reason;
import dev.fourshake.app.tap.TapException.Kind;
import dev.fourshake.model.text.Message;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** Why a tap cannot listen. Systems tell it in the text of an exception only. */
final class ListenProblem {

    private ListenProblem() {
    }

    /** The broker's address is where the tap itself listens. */
    static TapException ownAddress(HostPort listen) {
        return new TapException(Kind.OWN_ADDRESS,
                Message.of(ListenProblem.class, "listen.OWN_ADDRESS", listen.toString()), null);
    }

    static TapException of(HostPort listen, Throwable cause) {
        String detail = Reason.of(cause);
        Kind kind = switch (cause) {
            case UnknownHostException _, UnresolvedAddressException _ -> Kind.UNKNOWN_HOST;
            case Throwable _ when detail.contains("in use") -> Kind.PORT_IN_USE;
            case Throwable _ when detail.contains("ermission denied") -> Kind.NO_PERMISSION;
            case Throwable _ when detail.contains("assign requested address") -> Kind.ADDRESS_NOT_HERE;
            default -> Kind.OTHER;
        };
        // A port is a name, not a quantity: no thousands separator.
        return new TapException(kind, Message.of(ListenProblem.class, "listen." + kind, listen.toString(),
                listen.host(), String.valueOf(listen.port()), detail), cause);
    }
}
