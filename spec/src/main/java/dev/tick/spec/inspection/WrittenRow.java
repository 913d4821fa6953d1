package dev.tick.spec.inspection;

import java.util.Optional;

/**
 * A row that was written.
 *
 * @param id its id
 * @param place the file and the line where it begins
 * @param golden the kit's list of rows and the line that was added to it; empty for a contract outside the kit's sources
 */
public record WrittenRow(String id, String place, Optional<String> golden) {}
