package dev.tick.spec.document;

/** A document of ours that cannot be used; the message names the file, the line and what is wrong. */
public final class InvalidDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String problem;

    /**
     * Describes one defect.
     *
     * @param file the document's name
     * @param line counted from 1; 0 when no line can be told
     * @param problem what is wrong and what to do
     */
    public InvalidDocumentException(String file, int line, String problem) {
        super(line > 0 ? file + ":" + line + ": " + problem : file + ": " + problem);
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    /** Returns the document's name. */
    public String file() {
        return file;
    }

    /** Returns the line, counted from 1; 0 when no line can be told. */
    public int line() {
        return line;
    }

    /** Returns what is wrong and what to do, without file and line. */
    public String problem() {
        return problem;
    }
}
