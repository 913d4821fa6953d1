package dev.tick.conformance.client;

import dev.tick.spec.document.Json;
import dev.tick.spec.text.ShortText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The file in which a client says what became of its work.
 *
 * @param outcomes of the pieces, by their ids
 * @param problem why there is nothing to compare; empty where there is a report
 */
record ClientReport(Map<Integer, Outcome> outcomes, Optional<String> problem) {
    /** The words for what became of a piece. */
    enum Outcome {
        DONE,
        FAILED
    }

    private static final int LONGEST = 1_000_000;

    /** Characters of a report that a message quotes. */
    private static final int SHOWN = 80;

    ClientReport {
        outcomes = Map.copyOf(outcomes);
    }

    private static ClientReport without(String problem) {
        return new ClientReport(Map.of(), Optional.of(problem));
    }

    static ClientReport read(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return without("what the client made of " + ClientTask.REPORT + " is no regular file");
            }
            if (!Files.exists(file) || Files.size(file) == 0) {
                return without("the client wrote no report to " + ClientTask.REPORT);
            }
            return Files.size(file) > LONGEST
                    ? without("the client's report is longer than " + LONGEST + " bytes")
                    : read(Files.readAllBytes(file));
        } catch (IOException e) {
            return without("the client's report cannot be read: " + e);
        }
    }

    private static ClientReport read(byte[] text) {
        JsonNode work;
        try {
            work = Json.read(text).path("work");
        } catch (RuntimeException e) {
            return without("the client's report is no JSON: " + ShortText.of(String.valueOf(e.getMessage()), SHOWN));
        }
        Map<Integer, Outcome> outcomes = new LinkedHashMap<>();
        for (JsonNode one : work) {
            Optional<Outcome> outcome = List.of(Outcome.values()).stream()
                    .filter(word ->
                            word.name().equalsIgnoreCase(one.path("outcome").asString("")))
                    .findFirst();
            int id = one.path("id").isInt() ? one.path("id").asInt() : 0;
            if (id == 0 || outcome.isEmpty()) {
                return without(
                        "the client's report has an entry that cannot be read, " + ShortText.of(one.toString(), SHOWN)
                                + "; expected an id, which is a number, and an outcome that is done or failed");
            }
            if (outcomes.put(id, outcome.get()) != null) {
                return without("the client's report tells of its work " + id + " twice");
            }
        }
        return outcomes.isEmpty()
                ? without(
                        "the client's report names no work; expected {\"work\": [{\"id\": 1, \"outcome\": \"done\"}]}")
                : new ClientReport(outcomes, Optional.empty());
    }

    /** Returns the ids that no piece of work has. */
    List<Integer> foreign(List<Piece> pieces) {
        List<Integer> known = pieces.stream().map(Piece::id).toList();
        return outcomes.keySet().stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .toList();
    }

    Optional<Outcome> of(Piece piece) {
        return Optional.ofNullable(outcomes.get(piece.id()));
    }
}
