package dev.fourshake.ui.hold;

import dev.fourshake.model.packet.Packet;
import dev.fourshake.ui.view.FormMistake;
import javafx.scene.Node;

/** The fields of one kind of packet, to be edited. What they do not show stays as it was. */
interface PacketFields {

    Node node();

    /** Fills the fields in. @return false where they are those of another kind of packet */
    boolean show(Packet packet);

    /** The packet as it stands in the fields. */
    Packet packet() throws FormMistake;

    /** Tells {@code listener} when the user changes a field. */
    void onChange(Runnable listener);
}
