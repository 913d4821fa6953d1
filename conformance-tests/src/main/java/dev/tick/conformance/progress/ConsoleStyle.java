package dev.tick.conformance.progress;

/** The colours of words on the console. */
public enum ConsoleStyle {
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

    /** Styles a good result. */
    public String good(String text) {
        return set("32;1", text);
    }

    /** Styles a failure. */
    public String bad(String text) {
        return set("31;1", text);
    }

    /** Styles a warning. */
    public String doubtful(String text) {
        return set("33;1", text);
    }
}
