package dev.fourshake.model.diagram.text;

import dev.fourshake.model.diagram.Family;

/** An ANSI colour of a cell; the sixteen that every theme of a terminal makes readable. */
enum Tint {
    NONE(""), BOLD("1"), FAINT("2"), RED("1;31"), YELLOW("33"), BLUE("34"), MAGENTA("35"), CYAN("36"), GREEN("32");

    static final String RESET = "\u001B[0m";

    private final String code;

    Tint(String code) {
        this.code = code;
    }

    String start() {
        return "\u001B[" + code + "m";
    }

    static Tint of(Family family) {
        return switch (family) {
            case SESSION -> GREEN;
            case SUBSCRIPTION -> YELLOW;
            case PING, OPAQUE -> FAINT;
            case QOS_0 -> CYAN;
            case QOS_1 -> BLUE;
            case QOS_2 -> MAGENTA;
        };
    }
}
