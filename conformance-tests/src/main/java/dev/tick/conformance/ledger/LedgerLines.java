package dev.tick.conformance.ledger;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.document.InvalidJsonException;
import dev.tick.spec.document.Json;
import dev.tick.spec.text.ShortText;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lines of a ledger's file. */
final class LedgerLines {
    private static final int FORMAT = 1;

    /** A run's id: eight digits. */
    private static final Pattern RUN = Pattern.compile("[0-9a-f]{8}");

    private static final int SHOWN = 40;

    private LedgerLines() {}

    static ObjectNode head(LedgerHead head) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("ledger", FORMAT)
                .put("run", head.run())
                .put("target", head.target())
                .put("tenant", head.tenant())
                .put("contract", head.contract())
                .put("started", head.started().toString());
        ArrayNode capabilities = line.putArray("capabilities");
        head.capabilities().stream().sorted().map(Effect::name).forEach(capabilities::add);
        return line;
    }

    /**
     * Reads a file into a book; a last line that a killed run left half is left out, since its request did not leave.
     *
     * @throws LedgerException when the file is no ledger
     */
    static LedgerHead read(Path file, LedgerBook book) throws IOException {
        List<String> lines = new String(whole(Files.readAllBytes(file)), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.isEmpty()) {
            throw wrong(file, 1, "is empty");
        }
        LedgerHead head = readHead(file, parsed(file, 1, lines.get(0)));
        for (int i = 1; i < lines.size(); i++) {
            add(file, i + 1, parsed(file, i + 1, lines.get(i)), book);
        }
        return head;
    }

    /** Returns the lines that were written to their ends. */
    static byte[] whole(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(content, end);
    }

    private static JsonNode parsed(Path file, int number, String line) {
        try {
            return Json.read(line.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidJsonException e) {
            throw wrong(file, number, "is no JSON");
        }
    }

    private static LedgerHead readHead(Path file, JsonNode line) {
        if (line.path("ledger").asInt(0) > FORMAT) {
            throw new LedgerException("ledger: " + file + " is of format " + line.path("ledger")
                    + ", of a newer Tick; clean up with that one");
        }
        if (line.path("ledger").asInt(0) != FORMAT) {
            throw wrong(file, 1, "does not begin a ledger of format " + FORMAT);
        }
        String run = line.path("run").asString("");
        // What a run is known by decides what is removed.
        if (!RUN.matcher(run).matches()) {
            throw wrong(file, 1, "has '" + ShortText.of(run, SHOWN) + "', which is no id of a run");
        }
        return new LedgerHead(
                run,
                url(file, line.path("target").asString("")),
                line.path("tenant").asString(""),
                line.path("contract").asString(""),
                List.of(Effect.values()).stream()
                        .filter(effect -> line.path("capabilities")
                                .valueStream()
                                .anyMatch(word -> word.asString("").equals(effect.name())))
                        .collect(Collectors.toSet()),
                instant(file, 1, line.path("started").asString("")));
    }

    private static String url(Path file, String text) {
        if (!isUrl(text)) {
            throw wrong(file, 1, "has a target that is no URL");
        }
        return text;
    }

    private static boolean isUrl(String text) {
        try {
            URI url = new URI(text);
            return url.getScheme() != null && url.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void add(Path file, int number, JsonNode line, LedgerBook book) {
        if (line.has("submit")) {
            book.submits(
                    line.path("submit").asInt(0),
                    line.path("caller").asString(""),
                    line.path("items")
                            .valueStream()
                            .map(item -> new LedgerItem(
                                    item.path("identity").asString(""),
                                    Optional.of(item.path("end").asString(""))
                                            .filter(end -> !end.isEmpty())
                                            .map(end -> instant(file, number, end))))
                            .toList());
        } else if (line.has("answer") && book.knows(line.path("answer").asInt(0))) {
            Map<String, String> addresses = new LinkedHashMap<>();
            line.path("addresses")
                    .properties()
                    .forEach(one -> addresses.put(one.getKey(), one.getValue().asString("")));
            book.answered(line.path("answer").asInt(0), outcome(file, number, line), addresses);
        } else if (line.has("kept")) {
            book.kept(line.path("kept").asString(""));
        } else if (line.has("gone")) {
            book.gone(
                    line.path("gone").asString(""),
                    line.path("addresses")
                            .valueStream()
                            .map(one -> one.asString(""))
                            .collect(Collectors.toSet()));
        } else {
            throw wrong(file, number, "is no line of a ledger");
        }
    }

    private static Holding.Likelihood outcome(Path file, int number, JsonNode line) {
        String word = line.path("outcome").asString("");
        for (Holding.Likelihood one : Holding.Likelihood.values()) {
            if (one.name().equals(word)) {
                return one;
            }
        }
        throw wrong(file, number, "has the unknown outcome '" + word + "'");
    }

    private static Instant instant(Path file, int number, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(file, number, "has '" + text + "', which is no time");
        }
    }

    private static LedgerException wrong(Path file, int number, String problem) {
        return new LedgerException("ledger: line " + file + ":" + number + " " + problem
                + "; another program wrote it, it seems: see what it names, remove that by hand, and delete the file");
    }
}
