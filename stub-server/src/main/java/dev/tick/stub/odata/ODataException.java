package dev.tick.stub.odata;

/** A query option that cannot be read; the message tells which, where, what was expected and what was got. */
public final class ODataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String option;
    private final int position;

    /**
     * Names the place.
     *
     * @param option the query option, such as {@code $filter}
     * @param position counted from 0 in the option's decoded text
     */
    ODataException(String option, int position, String expected, String got) {
        super(option + ", position " + position + ": expected " + expected + ", got " + got + ".");
        this.option = option;
        this.position = position;
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
