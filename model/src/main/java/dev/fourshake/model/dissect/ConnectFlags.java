package dev.fourshake.model.dissect;

import dev.fourshake.model.wire.ProtocolVersion;

/** The Connect Flags (MQTT 5.0 section 3.1.2.3). */
record ConnectFlags(boolean userName, boolean password, boolean willRetain, int willQos, boolean will,
                    boolean cleanStart) {

    static ConnectFlags read(PacketReader in) {
        int at = in.position();
        int value = in.openFlags("Connect Flags");
        boolean userName = flag(in, "User Name Flag", 0x80, "user.name.flag");
        boolean password = flag(in, "Password Flag", 0x40, "password.flag");
        boolean willRetain = flag(in, "Will Retain", 0x20, "will.retain");
        int willQos = in.bits("Will QoS", 0x18);
        boolean will = flag(in, "Will Flag", 0x04, "will.flag");
        boolean cleanStart = flag(in, in.isMqtt5() ? "Clean Start" : "Clean Session", 0x02, "clean.start");
        in.bits("Reserved", 0x01);
        in.closeFlags();
        ConnectFlags flags = new ConnectFlags(userName, password, willRetain, willQos, will, cleanStart);
        flags.judge(in, at, value);
        return flags;
    }

    private static boolean flag(PacketReader in, String name, int mask, String key) {
        boolean set = in.bits(name, mask) == 1;
        if (in.isRecording()) {
            in.explain(key + (set ? ".1" : ".0"));
        }
        return set;
    }

    private void judge(PacketReader in, int at, int value) {
        boolean is31 = in.version() == ProtocolVersion.MQTT_3_1;
        if (password && !userName && !in.isMqtt5()) {
            in.defect(Rule.PASSWORD_WITHOUT_USER_NAME, at, 1);
        }
        if (willQos == 3 && (will || !is31)) {
            in.defect(Rule.WILL_QOS_3, at, 1);
        }
        if (is31) {
            return; // it disregards the other bits
        }
        if (!will && willQos > 0 && willQos < 3) {
            in.defect(Rule.WILL_QOS_WITHOUT_WILL, at, 1, willQos);
        }
        if (!will && willRetain) {
            in.defect(Rule.WILL_RETAIN_WITHOUT_WILL, at, 1);
        }
        if ((value & 0x01) != 0) {
            in.defect(Rule.CONNECT_RESERVED_FLAG, at, 1);
        }
    }
}
