package dev.tick.stub.odata;

/** A query option that cannot be read; the message tells which, where, what was expected and what was got. */
public final class ODataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String option;
    private final int position;

    private ODataException(String option, int position, String problem) {
        super(option + ", position " + position + ": " + problem + ".");
        this.option = option;
        this.position = position;
    }

    /**
     * Names the place.
     *
     * @param option the query option, such as {@code $filter}
     * @param position counted from 0 in the option's decoded text
     */
    ODataException(String option, int position, String expected, String got) {
        this(option, position, "expected " + expected + ", got " + got);
    }

    /** Names the place of what OData has and this reader does not serve. */
    static ODataException unsupported(String option, int position, String what, String expected) {
        return new ODataException(option, position, what + " is not supported; expected " + expected);
    }

    /** Returns the query option, such as {@code $filter}. */
    public String option() {
        return option;
    }

    /** Returns the position in the option's decoded text, counted from 0 in UTF-16 code units. */
    public int position() {
        return position;
    }
}
