package dev.fourshake.model.diagram.script;

/** A language for sequence diagrams. Lifelines are numbered from the left, from 0. */
public enum Dialect {

    /** Of Mermaid, which GitHub, GitLab and many wikis draw. */
    MERMAID {
        @Override
        String begin() {
            return "sequenceDiagram";
        }

        @Override
        String end() {
            return "";
        }

        @Override
        String participant(int lane, String name) {
            return "    participant " + id(lane) + " as " + escape(name);
        }

        @Override
        String arrow(int from, int to, boolean arrives, String text) {
            return "    " + id(from) + (arrives ? "->>" : "--x") + id(to) + ": " + escape(text);
        }

        @Override
        String note(int lane, String text) {
            return "    Note over " + id(lane) + ": " + escape(text);
        }

        /** A semicolon ends a line, and a number sign begins such an entity. */
        private static String escape(String text) {
            return text.replace("\n", " ").replaceAll("#", "\u0000").replace(";", "#59;").replace("\u0000", "#35;");
        }
    },

    /** Of PlantUML. */
    PLANTUML {
        @Override
        String begin() {
            return "@startuml";
        }

        @Override
        String end() {
            return "@enduml";
        }

        @Override
        String participant(int lane, String name) {
            return "participant \"" + escape(name).replace("\"", "''") + "\" as " + id(lane);
        }

        @Override
        String arrow(int from, int to, boolean arrives, String text) {
            return id(from) + (arrives ? " -> " : " ->x ") + id(to) + " : " + escape(text);
        }

        @Override
        String note(int lane, String text) {
            return "note over " + id(lane) + " : " + escape(text);
        }

        /** A tilde lets the sign behind it be itself: Creole's markup begins with such signs. */
        private static String escape(String text) {
            return text.replaceAll("([~<\\\\]|\\*\\*|//|__|--|\"\")", "~$1").replace("\n", " ");
        }
    };

    /** First line. */
    abstract String begin();

    /** Last line; empty for none. */
    abstract String end();

    abstract String participant(int lane, String name);

    /** @param arrives whether the packet got to its receiver */
    abstract String arrow(int from, int to, boolean arrives, String text);

    abstract String note(int lane, String text);

    static String id(int lane) {
        return "L" + lane;
    }
}
