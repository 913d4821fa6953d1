package example;

import java.util.Optional;

/**
 * What became of one indicator of an import.
 *
 * @param value that was submitted
 * @param id under which the service keeps it; empty where it was not taken
 * @param failure why it was not taken; empty where it was
 */
public record Imported(String value, Optional<String> id, Optional<String> failure) {}
