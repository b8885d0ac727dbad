package dev.fourshake.app.tap.tls;

import dev.fourshake.app.net.HostPort;
import dev.fourshake.app.net.Reason;
import dev.fourshake.model.text.Message;
import io.netty.handler.ssl.NotSslRecordException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Why one side of a link and the tap do not agree on TLS.
 *
 * @param sentence for the user
 * @param detail   short and technical
 */
public record TlsProblem(Message sentence, String detail) {

    /** The alerts by which a client says that it does not trust the certificate (RFC 8446 section 6.2). */
    private static final Pattern DISTRUST = Pattern.compile("certificate_unknown|unknown_ca|bad_certificate");

    /** What an exception says by which one side's end of the connection, before TLS was agreed, is told. */
    public static final String CLOSED = "closed";

    /** The broker and the tap do not agree on TLS. */
    static TlsProblem ofBroker(HostPort broker, Throwable cause) {
        String detail = Reason.of(cause);
        Throwable root = Reason.root(cause);
        String key = switch (root) {
            case NotSslRecordException _ -> "broker.tls.none";
            case CertificateExpiredException _ -> "broker.tls.expired";
            case CertificateNotYetValidException _ -> "broker.tls.early";
            case CertPathBuilderException _ -> "broker.tls.untrusted";
            case Throwable _ when detail.startsWith("No ") && detail.contains(" found") -> "broker.tls.name";
            case Throwable _ when detail.contains("certificate_required") -> "broker.tls.client";
            case SSLException _ when detail.equals(CLOSED) -> "broker.tls.closed";
            case SSLException _ -> "broker.tls.other";
            case IOException _ -> "broker.tls.closed";
            default -> "broker.tls.other";
        };
        return new TlsProblem(Message.of(TlsProblem.class, key, broker.toString(), broker.host(), detail), detail);
    }

    /** A device and the tap do not agree on TLS. */
    static TlsProblem ofDevice(String device, DeviceTls tls, Throwable cause) {
        String detail = Reason.of(cause);
        String authority = tls instanceof DeviceTls.Own(Path directory)
                ? OwnAuthority.certificateFile(directory).toString() : "";
        String key = switch (Reason.root(cause)) {
            case NotSslRecordException _ -> "device.tls.none";
            case Throwable _ when !DISTRUST.matcher(detail).find() -> "device.tls.other";
            default -> authority.isEmpty() ? "device.tls.untrusted" : "device.tls.untrusted.own";
        };
        return new TlsProblem(Message.of(TlsProblem.class, key, device, authority, detail), detail);
    }

    /** Whether it is one at all. */
    public static boolean isTls(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return true;
            }
        }
        return false;
    }
}
