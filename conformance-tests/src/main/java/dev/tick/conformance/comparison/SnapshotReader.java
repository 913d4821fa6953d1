package dev.tick.conformance.comparison;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.document.InvalidJsonException;
import dev.tick.spec.document.Json;
import dev.tick.spec.register.Specification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a snapshot from a {@code results.json}. */
final class SnapshotReader {
    private static final String REMEDY = "; name the results.json of an earlier run of this kit";

    /** Format of the results; within it, fields are only added. */
    private static final String FORMAT = "1.";

    private final String file;

    SnapshotReader(String file) {
        this.file = file;
    }

    /** Returns the name of the contract, if it is one that comes with the kit. */
    Optional<String> contract(String text) {
        String file = json(text).path("contract").asString("");
        return Specification.names().stream()
                .filter(name -> file.startsWith("contracts/" + name + "/"))
                .findFirst();
    }

    Snapshot read(String text, String contract) {
        JsonNode root = json(text);
        String format = root.path("format").asString(FORMAT);
        if (!format.startsWith(FORMAT)) {
            throw refusal("is of format " + format + ", and this kit reads " + FORMAT + "x" + REMEDY);
        }
        JsonNode requirements = root.path("requirements");
        if (!requirements.isArray() || requirements.isEmpty()) {
            throw refusal("has no requirements" + REMEDY);
        }
        String own = root.path("contract").asString("");
        if (!own.equals(contract)) {
            throw refusal("holds the results of the contract '" + own + "', and this run is about '" + contract + "'"
                    + REMEDY + " with the same contract");
        }
        Map<String, Snapshot.Row> rows = new LinkedHashMap<>();
        for (JsonNode row : requirements) {
            Map<String, CaseSnapshot> cases = new LinkedHashMap<>();
            for (JsonNode one : row.path("cases")) {
                cases.put(
                        id(one),
                        new CaseSnapshot(result(one), one.path("detail").asString("")));
            }
            rows.put(id(row), new Snapshot.Row(result(row), cases));
        }
        return new Snapshot(contract, rows);
    }

    private JsonNode json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidJsonException e) {
            throw refusal("is not JSON (" + e.getMessage() + ")" + REMEDY);
        }
    }

    private String id(JsonNode node) {
        String id = node.path("id").asString("");
        if (id.isEmpty()) {
            throw refusal("has a requirement or a case without an id" + REMEDY);
        }
        return id;
    }

    private Result result(JsonNode node) {
        String word = node.path("result").asString("");
        return Arrays.stream(Result.values())
                .filter(result -> result.name().equals(word))
                .findFirst()
                .orElseThrow(() -> refusal("says '" + word + "' for the result of " + id(node) + ", expected one of "
                        + Arrays.toString(Result.values()) + REMEDY));
    }

    private InvalidSettingException refusal(String problem) {
        return new InvalidSettingException("baseline: '" + file + "' " + problem);
    }
}
