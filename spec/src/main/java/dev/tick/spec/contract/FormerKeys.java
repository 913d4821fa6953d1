package dev.tick.spec.contract;

import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Pointers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a document that uses former names of {@code x-tick} keys as if it used today's. */
final class FormerKeys {
    private static final String TOKEN = "x-tick-token";

    private final LocatedDocument source;
    private final Map<String, Integer> lines = new HashMap<>();

    private FormerKeys(LocatedDocument source) {
        this.source = source;
    }

    /** Returns the document under today's names; every value keeps its line. */
    static LocatedDocument renamed(LocatedDocument source) {
        FormerKeys reader = new FormerKeys(source);
        JsonNode root = reader.copy(source.root(), "", "", ContractPlace.DOCUMENT);
        return new LocatedDocument(source.file(), root, reader.lines);
    }

    private JsonNode copy(JsonNode node, String from, String to, ContractPlace place) {
        lines.put(to, source.lineOf(from));
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                items.add(copy(node.get(i), from + "/" + i, to + "/" + i, place));
            }
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        Map<String, String> today = place == ContractPlace.DATA ? Map.of() : today(ContractKeys.of(place));
        return members(node, from, to, place, today);
    }

    private ObjectNode members(JsonNode node, String from, String to, ContractPlace place, Map<String, String> today) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = today.getOrDefault(member.getKey(), member.getKey());
            String below = from + "/" + Pointers.escaped(member.getKey());
            String under = to + "/" + Pointers.escaped(name);
            if (!name.equals(member.getKey()) && node.has(name)) {
                throw source.defect(
                        below,
                        "'" + member.getKey() + "' is the former name of '" + name
                                + "', which is there as well; remove it");
            }
            boolean token = place == ContractPlace.SECURITY_SCHEME && name.equals(TOKEN);
            members.set(
                    name,
                    token && member.getValue().isObject()
                            ? token(member.getValue(), below, under)
                            : copy(member.getValue(), below, under, place.below(name)));
        }
        return members;
    }

    private ObjectNode token(JsonNode token, String from, String to) {
        lines.put(to, source.lineOf(from));
        return members(token, from, to, ContractPlace.OTHER, today(ContractKeys.TOKEN));
    }

    private static Map<String, String> today(List<Key> keys) {
        Map<String, String> today = new LinkedHashMap<>();
        keys.forEach(key -> key.formerly().forEach(name -> today.put(name, key.name())));
        return today;
    }
}
