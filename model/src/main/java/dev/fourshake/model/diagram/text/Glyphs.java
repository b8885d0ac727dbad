package dev.fourshake.model.diagram.text;

import dev.fourshake.model.diagram.Family;

/** The characters that lines are made of. All are one column wide in every terminal, so no emoji are among them. */
record Glyphs(char here, char away, char inFlight, char thin, char qos1, char qos2, char dashed, char right, char left,
              char tap, char standing, char lost, char made, char opened, char ended, String again, String illegal,
              char pause) {

    static final Glyphs UNICODE = new Glyphs('│', '┊', '┃', '─', '━', '═', '╌', '►', '◄', '‖', '╎', '×', '◆', '●', '○',
            "↻", "!!", '·');
    static final Glyphs ASCII = new Glyphs('|', ':', '#', '-', '=', '~', '.', '>', '<', '%', '!', 'X', '*', 'O', 'o',
            "@", "!!", '.');

    char stroke(Family family) {
        return switch (family) {
            case SESSION, SUBSCRIPTION, PING, QOS_0, OPAQUE -> thin;
            case QOS_1 -> qos1;
            case QOS_2 -> qos2;
        };
    }
}
