package dev.tick.conformance.console;

/** How words are set off on the console. */
public enum Style {
    /** Not at all. */
    PLAIN {
        @Override
        String set(String code, String text) {
            return text;
        }
    },
    /** By the colours of a terminal (ECMA-48). */
    ANSI {
        @Override
        String set(String code, String text) {
            return "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    abstract String set(String code, String text);

    /** What is as it should be. */
    public String good(String text) {
        return set("32;1", text);
    }

    /** What is broken. */
    public String bad(String text) {
        return set("31;1", text);
    }

    /** What is doubtful. */
    public String doubtful(String text) {
        return set("33;1", text);
    }
}
