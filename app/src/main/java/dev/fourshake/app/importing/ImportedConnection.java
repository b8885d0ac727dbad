package dev.fourshake.app.importing;

import dev.fourshake.app.importing.ImportSummary.Protocol;
import dev.fourshake.app.tcp.Endpoint;
import dev.fourshake.app.tcp.Peer;
import dev.fourshake.app.tcp.TcpConsumer;
import dev.fourshake.model.wire.Bytes;
import dev.fourshake.model.wire.LinkEnded;
import dev.fourshake.model.wire.LinkEnded.Ending;
import dev.fourshake.model.wire.LinkEnded.Party;

/**
 * A TCP connection of the packet capture: finds out what it carries, and makes a link of it where that is MQTT. One to
 * the port of MQTT is a link from its SYN on, any other from the bytes on that show it.
 */
final class ImportedConnection implements TcpConsumer {

    /** Pieces of the array of a packet capture that are larger are copied, so that they do not keep all of it. */
    private static final int LARGE = 4096;

    private final Wire wire;
    private final ImportSummary summary;
    private final Endpoint first;
    private final Endpoint second;
    private final boolean begun;
    /** Null once it is known what the connection carries. */
    private Recognition recognition;
    private StreamReader reader;
    private Peer client = Peer.FIRST;
    private int link;
    private boolean halfClosed;
    private boolean ended;

    ImportedConnection(Wire wire, ImportSummary summary, Endpoint first, Endpoint second, boolean begun,
                       long timeNanos) {
        this.wire = wire;
        this.summary = summary;
        this.first = first;
        this.second = second;
        this.begun = begun;
        recognition = new Recognition(first.port(), second.port(), begun);
        if (begun && second.port() == KnownPorts.MQTT) {
            openLink(false, timeNanos);
        }
    }

    @Override
    public void data(Peer from, byte[] array, int offset, int length, long timeNanos) {
        Bytes chunk = Bytes.of(array, offset, length);
        if (length >= LARGE) {
            chunk = Bytes.of(chunk.toArray());
        }
        if (reader != null) {
            reader.data(from, chunk, timeNanos);
        } else {
            recognition.data(from, chunk, timeNanos);
            decide(timeNanos);
        }
    }

    @Override
    public void begunUnseen(Peer from, long timeNanos) {
        if (reader != null) {
            reader.begunUnseen(from, timeNanos);
        } else {
            recognition.begunUnseen(from, timeNanos);
        }
    }

    @Override
    public void gap(Peer from, long bytes, long timeNanos) {
        if (reader != null) {
            reader.gap(from, bytes, timeNanos);
        } else {
            recognition.gap(from, bytes, timeNanos);
            decide(timeNanos);
        }
    }

    private void decide(long timeNanos) {
        Recognition.Result result = recognition.result();
        switch (result) {
            case UNSURE -> {
                return;
            }
            case MQTT -> {
                openLink(false, timeNanos);
                reader = new MqttReader(wire, link, client);
            }
            case WEBSOCKET -> {
                openLink(false, timeNanos);
                reader = new WebSocketReader(new MqttReader(wire, link, client), summary,
                        recognition.hasUpgrade());
            }
            case TLS_LINK -> {
                openLink(true, timeNanos);
                reader = new TlsReader(wire, link, client);
            }
            case TLS -> reader = new OtherReader(summary, Protocol.TLS);
            case HTTP -> reader = new OtherReader(summary, Protocol.HTTP);
            case OTHER -> reader = new OtherReader(summary, Protocol.OTHER);
        }
        recognition.replay(reader);
        recognition = null;
    }

    private void openLink(boolean tls, long timeNanos) {
        if (link == 0) {
            client = recognition.client();
            boolean inOrder = client == Peer.FIRST;
            link = wire.open(inOrder ? first : second, inOrder ? second : first, tls,
                    recognition.subprotocols(), timeNanos);
        }
    }

    @Override
    public void finished(Peer from, long timeNanos) {
        if (halfClosed) {
            conclude(timeNanos);
        }
        if (reader != null) {
            reader.end(from, timeNanos);
        }
        end(party(from), halfClosed ? Ending.CLOSED : Ending.HALF_CLOSED, timeNanos);
        halfClosed = true;
    }

    @Override
    public void reset(Peer from, boolean refused, long timeNanos) {
        endBoth(timeNanos);
        end(party(from), refused ? Ending.UNREACHABLE : Ending.RESET, timeNanos);
    }

    @Override
    public void replaced(long timeNanos) {
        endBoth(timeNanos);
        end(Party.CLIENT, Ending.RESET, timeNanos);
    }

    @Override
    public void left(long timeNanos) {
        endBoth(timeNanos);
    }

    /** Nothing more comes: what is not known by now will not be known. */
    private void conclude(long timeNanos) {
        if (reader == null && recognition.isUsed()) {
            recognition.giveUp();
            decide(timeNanos);
        }
    }

    private void endBoth(long timeNanos) {
        conclude(timeNanos);
        if (reader != null) {
            reader.end(client, timeNanos);
            reader.end(client.other(), timeNanos);
        }
    }

    private void end(Party by, Ending how, long timeNanos) {
        if (link > 0 && !ended) {
            ended = how != Ending.HALF_CLOSED;
            String detail = reader == null || how == Ending.HALF_CLOSED ? "" : reader.detail();
            wire.add(new LinkEnded(link, timeNanos, by, how, detail));
        }
    }

    private Party party(Peer peer) {
        return peer == client ? Party.CLIENT : Party.BROKER;
    }
}
