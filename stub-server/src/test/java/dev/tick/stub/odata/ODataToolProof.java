package dev.tick.stub.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.document.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reader of filters agrees with the npm package odata-v4-parser 0.1.29 on the tree of whatever it accepts; where it does not, the
 * reason stands here. Runs in the profile "tools", which has Node and the package. That package knows no types, so what is refused here
 * for a type it accepts.
 */
class ODataToolProof {
    /** Differences in generated filters; each is met. */
    private static final Map<Pattern, String> EXPLAINED = explained();

    @TempDir
    private Path directory;

    private static Map<Pattern, String> explained() {
        Map<Pattern, String> reasons = new LinkedHashMap<>();
        reasons.put(Pattern.compile("\\bin\\s*\\("), "the package has no operator 'in', which is of V4.01");
        reasons.put(
                Pattern.compile("\\bnot\\b"),
                "the package's 'not' takes everything behind it, 'and' and 'or' included");
        reasons.put(Pattern.compile("/(any|all)\\("), "the package's tree leaves out what any(...) and all(...) say");
        reasons.put(Pattern.compile("\\)\\s+(eq|ne)\\b"), "the package compares no condition with true or false");
        reasons.put(Pattern.compile("\\d[eE]-?\\d"), "the package takes no number with an exponent");
        return reasons;
    }

    @Test
    void readsGeneratedFiltersAlike() throws IOException, InterruptedException {
        List<String> filters = FilterCorpus.all();
        JsonNode trees = read(filters);
        Map<String, String> differences = new TreeMap<>();
        Map<Pattern, Integer> explained = new LinkedHashMap<>();
        int same = 0;
        for (int i = 0; i < filters.size(); i++) {
            String filter = filters.get(i);
            Optional<String> ours = FilterTree.read(filter);
            Optional<String> theirs = trees.get(i).isNull() ? Optional.empty() : Optional.of(tree(trees.get(i)));
            if (ours.isEmpty() || ours.equals(theirs)) {
                same += ours.isPresent() ? 1 : 0;
                continue;
            }
            EXPLAINED.keySet().stream()
                    .filter(pattern -> pattern.matcher(filter).find())
                    .findFirst()
                    .ifPresentOrElse(
                            pattern -> explained.merge(pattern, 1, Integer::sum),
                            () -> differences.put(filter, ours + " here, " + theirs + " there"));
        }
        assertEquals(Map.of(), differences);
        assertEquals(EXPLAINED.keySet(), explained.keySet(), "a difference that is no more");
        assertTrue(same > 100, same + " alike");
    }

    private JsonNode read(List<String> filters) throws IOException, InterruptedException {
        Path input = Files.writeString(
                directory.resolve("filters.json"), JsonMapper.shared().writeValueAsString(filters));
        Path output = directory.resolve("trees.json");
        Process node = new ProcessBuilder("node", "src/test/resources/odata/read.js", "../tools")
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals(0, node.waitFor());
        return Json.read(Files.readString(output).getBytes(StandardCharsets.UTF_8));
    }

    private static String tree(JsonNode node) {
        if (node.isArray()) {
            return FilterTree.operator(
                    node.get(0).asString(),
                    node.valueStream().skip(1).map(ODataToolProof::tree).toArray(String[]::new));
        }
        return node.isObject() ? FilterTree.literal(node.path("literal").asString()) : node.asString();
    }
}
