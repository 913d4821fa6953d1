package dev.tick.stub.odata;

/** A place in the text of a query option, which moves from left to right, and its depth in what is nested there. */
final class Cursor {
    /** The characters that end a word, besides white space. */
    private static final String MARKS = "(),'";

    /** The characters that end a name as well; a timestamp may hold a colon. */
    private static final String PATH_MARKS = "/:";

    /** A recursion reads what is nested; a .NET service takes as many nodes in all. */
    private static final int MAX_LEVELS = 100;

    private final String option;
    private final String text;
    private int at;
    private int levels;
    private int open;

    /** At the beginning. */
    Cursor(String option, String text) {
        this.option = option;
        this.text = text;
    }

    /** Goes one level deeper into what begins at a position. */
    void enter(int position) {
        levels++;
        if (levels > MAX_LEVELS) {
            throw new ODataException(option, position, "at most " + MAX_LEVELS + " levels", "one more");
        }
    }

    void leave() {
        levels--;
    }

    /** Goes into parentheses. */
    void open() {
        open++;
    }

    void close() {
        open--;
    }

    /** Returns whether parentheses are open here. */
    boolean isOpen() {
        return open > 0;
    }

    int at() {
        return at;
    }

    void backTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean sees(char mark) {
        return at < text.length() && text.charAt(at) == mark;
    }

    /** Passes over a mark; returns whether it was there. */
    boolean take(char mark) {
        if (!sees(mark)) {
            return false;
        }
        at++;
        return true;
    }

    void take(String word) {
        at += word.length();
    }

    /** Passes over white space; returns whether there was some. */
    boolean skipSpace() {
        int before = at;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at > before;
    }

    /** Passes over white space where two words would run together without it. */
    void gap() {
        if (!skipSpace() && !atEnd()) {
            throw wrong("a space");
        }
    }

    /** Returns the word here, up to white space or a mark; empty at the end. */
    String word() {
        return text.substring(at, end(MARKS));
    }

    /** Returns the name here, which holds neither slash nor colon. */
    String name() {
        return text.substring(at, end(MARKS + PATH_MARKS));
    }

    /** Returns the quoted text that begins here, with its quotes; a quote in it is doubled. */
    String quoted() {
        int end = text.indexOf('\'', at + 1);
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '\'') {
            end = text.indexOf('\'', end + 2);
        }
        if (end < 0) {
            throw new ODataException(option, text.length(), "a closing quote", "nothing");
        }
        return text.substring(at, end + 1);
    }

    /** Returns the text from a position to here. */
    String since(int position) {
        return text.substring(position, at);
    }

    private int end(String marks) {
        int end = at;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && marks.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Another thing was expected here; of what is neither a word nor a literal, the rest is shown. */
    ODataException wrong(String expected) {
        String word = word();
        return wrong(at, expected, word.isEmpty() ? text.substring(at) : word);
    }

    ODataException wrong(int position, String expected, String got) {
        return new ODataException(option, position, expected, QueryReader.shown(got));
    }

    /** This is of OData, and is not served. */
    ODataException unsupported(int position, String what, String expected) {
        return ODataException.unsupported(option, position, QueryReader.shown(what), expected);
    }
}
