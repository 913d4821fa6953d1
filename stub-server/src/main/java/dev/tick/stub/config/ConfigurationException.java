package dev.tick.stub.config;

/** A configuration that cannot be used; the message has a line for each problem. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Describes each problem: where, what was expected, what was got, and what to do. */
    public ConfigurationException(String message) {
        super(message);
    }
}
