package dev.fourshake.app.client;

import static dev.fourshake.app.client.ClientFailure.text;

import dev.fourshake.app.client.ClientFailure.Kind;
import dev.fourshake.app.client.ConnackWatch.NotConnackException;
import dev.fourshake.model.packet.Connack;
import dev.fourshake.model.packet.PropertyId;
import dev.fourshake.model.text.Bundles;
import dev.fourshake.model.text.Message;
import dev.fourshake.model.wire.ProtocolVersion;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Finds the sentence for what went wrong. */
final class Failures {

    private static final int FIRST_ERROR = 0x80;
    private static final int LAST_ERROR = 0xFF;
    private static final int PAHO_CLIENT_TIMEOUT = 32_000;
    private static final int PAHO_WRITE_TIMEOUT = 32_002;
    private static final int PAHO_DISCONNECTING = 32_102;
    private static final int PAHO_NOT_CONNECTED = 32_104;

    private Failures() {
    }

    /** The attempt to connect ended without an accepting CONNACK. */
    static ClientFailure connecting(ClientSocket socket, ConnectOptions options, PahoError error) {
        if (socket.isAborted()) {
            return ClientFailure.of(Kind.CONNECTION_LOST, text("lost.aborted"));
        }
        if (socket.connack().map(Connack::isAccepted).orElse(false)) {
            return lost(false, error);
        }
        return socket.openFailure().map(failure -> opening(socket.address(), options.timeout(), failure))
                .or(() -> socket.connack().filter(connack -> !connack.isAccepted())
                        .map(connack -> refused(connack, options.version())))
                .orElseGet(() -> noConnack(options.address().toString(), error.cause()));
    }

    private static ClientFailure noConnack(String where, Throwable cause) {
        if (root(cause) instanceof NotConnackException answer) {
            return ClientFailure.of(Kind.PROTOCOL, text("protocol.notConnack", where, hex(answer.firstByte())), cause);
        }
        return isEnd(cause)
                ? ClientFailure.of(Kind.CONNECTION_LOST, text("lost.unanswered", where), cause)
                : ClientFailure.of(Kind.PROTOCOL, text("protocol", Reason.of(cause)), cause);
    }

    static ClientFailure unanswered(ConnectOptions options) {
        return ClientFailure.of(Kind.TIMED_OUT,
                text("timedOut.connack", options.address().toString(), options.timeout().toSeconds()));
    }

    /** A connection that was up has ended. */
    static ClientFailure lost(boolean aborted, PahoError error) {
        if (aborted) {
            return ClientFailure.of(Kind.CONNECTION_LOST, text("lost.aborted"));
        }
        if (error.brokerReason() >= 0) {
            List<Message> sentences = new ArrayList<>();
            sentences.add(text("lost.disconnect", reasonName(error.brokerReason(), ProtocolVersion.MQTT_5),
                    hex(error.brokerReason())));
            error.brokerWords().ifPresent(words -> sentences.add(text("broker.says", words)));
            return new ClientFailure(Kind.CONNECTION_LOST, error.brokerReason(), sentences, null);
        }
        Throwable cause = error.cause();
        if (error.code() >= FIRST_ERROR && error.code() <= LAST_ERROR) {
            // Paho's answer to a PUBREC with an error, and to a PUBREL with one.
            return new ClientFailure(Kind.CONNECTION_LOST, error.code(), List.of(text("lost.qos2",
                    reasonName(error.code(), ProtocolVersion.MQTT_5), hex(error.code()))), cause);
        }
        return switch (error.code()) {
            case PAHO_CLIENT_TIMEOUT, PAHO_WRITE_TIMEOUT ->
                    ClientFailure.of(Kind.CONNECTION_LOST, text("lost.keepAlive"), cause);
            default -> root(cause) instanceof EOFException
                    ? ClientFailure.of(Kind.CONNECTION_LOST, text("lost.closed"), cause)
                    : ClientFailure.of(Kind.CONNECTION_LOST, text("lost.cut", Reason.of(cause)), cause);
        };
    }

    /** Paho did not take it: nothing was sent. */
    static ClientFailure notTaken(PahoError error) {
        Throwable cause = error.cause();
        if (cause instanceof IllegalArgumentException) {
            return ClientFailure.of(Kind.NOT_EXPRESSIBLE, text("option.paho", Reason.of(cause)), cause);
        }
        return switch (error.code()) {
            case PAHO_NOT_CONNECTED, PAHO_DISCONNECTING ->
                    ClientFailure.of(Kind.WRONG_STATE, text("state.notConnected"), cause);
            default -> ClientFailure.of(Kind.PROTOCOL, text("protocol", Reason.of(cause)), cause);
        };
    }

    static ClientFailure rejected(String topic, int reasonCode) {
        return new ClientFailure(Kind.REJECTED, reasonCode, List.of(text("rejected", topic,
                reasonName(reasonCode, ProtocolVersion.MQTT_5), hex(reasonCode))), null);
    }

    private static ClientFailure refused(Connack connack, ProtocolVersion version) {
        int code = connack.reasonCode();
        List<Message> sentences = new ArrayList<>();
        sentences.add(text("refused", reasonName(code, version), hex(code)));
        connack.properties().text(PropertyId.REASON_STRING)
                .ifPresent(words -> sentences.add(text("broker.says", words)));
        connack.properties().text(PropertyId.SERVER_REFERENCE)
                .ifPresent(server -> sentences.add(text("refused.otherServer", server)));
        known("advice", code, version).ifPresent(sentences::add);
        return new ClientFailure(Kind.REFUSED, code, sentences, null);
    }

    private static ClientFailure opening(BrokerAddress address, Duration timeout, Exception failure) {
        String where = address.toString();
        return switch (failure) {
            case TlsTrust.PemFileException e -> ClientFailure.of(Kind.TLS,
                    text("tls.pemFile", e.file().toString(), e.getCause() == null ? "" : Reason.of(e)), e);
            case SSLException e -> ClientFailure.of(Kind.TLS, tls(address, e), e);
            case UnknownHostException e ->
                    ClientFailure.of(Kind.UNREACHABLE, text("unreachable.name", address.host()), e);
            case SocketTimeoutException e ->
                    ClientFailure.of(Kind.UNREACHABLE, text("unreachable.silent", where, timeout.toSeconds()), e);
            case NoRouteToHostException e -> ClientFailure.of(Kind.UNREACHABLE, text("unreachable.route", where), e);
            case ConnectException e when says(e, "refused") ->
                    ClientFailure.of(Kind.UNREACHABLE, text("unreachable.refused", where), e);
            case Exception e when address.tls().isPresent() && isEnd(e) ->
                    ClientFailure.of(Kind.TLS, text("tls.ended", where), e);
            case SocketException e when says(e, "reset") ->
                    ClientFailure.of(Kind.CONNECTION_LOST, text("lost.unanswered", where), e);
            case Exception e -> ClientFailure.of(Kind.UNREACHABLE, text("unreachable", where, Reason.of(e)), e);
        };
    }

    private static Message tls(BrokerAddress address, SSLException failure) {
        String where = address.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CertificateExpiredException _, CertificateNotYetValidException _ -> {
                    return text("tls.validity", where, Reason.of(cause));
                }
                case CertPathBuilderException _, CertPathValidatorException _ -> {
                    if (!(root(cause) instanceof CertificateException)) {
                        return text("tls.untrusted", where);
                    }
                }
                case CertificateException e when e.getCause() == null -> {
                    return text("tls.host", where, address.host(), Reason.of(e));
                }
                default -> {
                    // A wrapper, or something that has no sentence of its own.
                }
            }
        }
        return says(failure, "Unsupported or unrecognized SSL message")
                ? text("tls.plain", where) : text("tls", where, Reason.of(failure));
    }

    /** The specification's name of a Reason Code, or of a Return Code of 3.1.1. */
    private static Message reasonName(int code, ProtocolVersion version) {
        return known("reason", code, version).orElseGet(() -> text("reason.unknown"));
    }

    private static Optional<Message> known(String what, int code, ProtocolVersion version) {
        Message message = text(what + (version.isMqtt5() ? ".5." : ".3.") + hex(code));
        return Bundles.of(message.bundle()).containsKey(message.key())
                ? Optional.of(message) : Optional.empty();
    }

    private static String hex(int code) {
        return "0x%02X".formatted(code);
    }

    /** The Java run-time tells some causes apart by their words alone; they are the same in every language. */
    private static boolean says(Exception failure, String words) {
        return String.valueOf(failure.getMessage()).contains(words);
    }

    /** The other side, or the network, has ended the connection: EOF, reset, broken pipe. */
    private static boolean isEnd(Throwable failure) {
        Throwable root = root(failure);
        return root instanceof EOFException || root instanceof SocketException;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
