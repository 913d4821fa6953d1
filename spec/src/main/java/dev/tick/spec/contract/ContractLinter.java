package dev.tick.spec.contract;

import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Pointers;
import dev.tick.spec.document.Problems;
import dev.tick.spec.text.NearestWord;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Refuses every {@code x-tick} key of a document that is unknown, at the wrong place, or of another type. */
final class ContractLinter {
    private final LocatedDocument source;
    private final Problems problems;

    ContractLinter(LocatedDocument source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    void check() {
        visit(source.root(), "", ContractPlace.DOCUMENT);
    }

    private void visit(JsonNode node, String at, ContractPlace place) {
        if (place == ContractPlace.DATA) {
            return;
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            visit(node.get(i), at + "/" + i, place);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            String below = at + "/" + Pointers.escaped(key);
            if (key.startsWith(ContractKeys.PREFIX) && place.takesKeys()) {
                problems.holds(() -> extension(key, below, place));
                continue;
            }
            visit(entry.getValue(), below, place.below(key));
        }
    }

    private void extension(String key, String at, ContractPlace place) {
        List<Key> known = ContractKeys.of(place);
        if (known.stream().noneMatch(one -> one.name().equals(key))) {
            throw source.defect(at, unknown(key, known, place));
        }
        Fields fields = Fields.strict(source, Pointers.parent(at));
        known.forEach(one -> fields.value(one.name(), one.type()));
        switch (key) {
            case "x-tick-quotas" -> fields.items(key).forEach(quota -> quota.hold(ContractKeys.QUOTA));
            case "x-tick-seen" -> fields.members(key, (name, seen) -> seen.hold(ContractKeys.SEEN));
            case "x-tick-token" -> fields.mapping(key).ifPresent(token -> token.hold(ContractKeys.TOKEN));
            case "x-tick-refusals" -> {
                boolean ofSchema = place == ContractPlace.SCHEMA;
                fields.mapping(key)
                        .ifPresent(refusals -> refusals.hold(ofSchema ? ContractKeys.KEYWORDS : ContractKeys.CAUSES));
                fields.members(
                        key, (name, refusal) -> refusal.hold(ofSchema ? ContractKeys.REFUSAL : ContractKeys.CAUSE));
            }
            default -> {
                // Its value is no mapping.
            }
        }
    }

    /** Describes an unknown key: where it belongs, or else the nearest known one. */
    private static String unknown(String key, List<Key> known, ContractPlace place) {
        List<ContractPlace> homes = Arrays.stream(ContractPlace.values())
                .filter(home -> ContractKeys.of(home).stream()
                        .anyMatch(one -> one.name().equals(key)))
                .toList();
        List<String> here = known.stream().map(Key::name).toList();
        if (!homes.isEmpty()) {
            return "the key '" + key + "' belongs to " + homes.get(0).words() + ", not to " + place.words();
        }
        List<String> all = ContractKeys.KEYS.values().stream()
                .flatMap(List::stream)
                .map(Key::name)
                .distinct()
                .sorted()
                .toList();
        String hint = NearestWord.hint(key, here);
        return "unknown key '" + key + "'" + (hint.isEmpty() ? NearestWord.hint(key, all) : hint) + "; "
                + (here.isEmpty()
                        ? "no " + ContractKeys.PREFIX + " key belongs to " + place.words()
                        : "expected one of " + here);
    }
}
