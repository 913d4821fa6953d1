package dev.tick.spec.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what {@link TreeWriter} wrote. */
final class TreeReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final byte[] bytes;
    private final Map<String, Integer> lines = new HashMap<>();
    private int at = Integer.BYTES + Long.BYTES;
    private String[] texts = {};

    TreeReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    Optional<LocatedTree> read(long checksum) {
        if (bytes.length < at
                || ByteBuffer.wrap(bytes).getInt() != TreeFormat.VERSION
                || ByteBuffer.wrap(bytes).getLong(Integer.BYTES) != checksum) {
            return Optional.empty();
        }
        texts = new String[number()];
        for (int i = 0; i < texts.length; i++) {
            int length = number();
            texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
        JsonNode root = value("");
        return Optional.of(new LocatedTree(root, lines));
    }

    /** Returns the pointer to a member. */
    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private JsonNode value(String pointer) {
        TreeFormat kind = TreeFormat.of(bytes[at++]);
        lines.put(pointer, number());
        return switch (kind) {
            case NULL -> JSON.nullNode();
            case TRUE -> JSON.booleanNode(true);
            case FALSE -> JSON.booleanNode(false);
            case WHOLE -> JSON.numberNode(Long.parseLong(text()));
            case LARGE -> JSON.numberNode(new BigInteger(text()));
            case DECIMAL -> JSON.numberNode(new BigDecimal(text()));
            case TEXT -> JSON.stringNode(text());
            case LIST -> list(pointer);
            case MAPPING -> mapping(pointer);
        };
    }

    private ArrayNode list(String pointer) {
        ArrayNode list = JSON.arrayNode();
        int size = number();
        for (int i = 0; i < size; i++) {
            list.add(value(pointer + "/" + i));
        }
        return list;
    }

    private ObjectNode mapping(String pointer) {
        ObjectNode mapping = JSON.objectNode();
        int size = number();
        for (int i = 0; i < size; i++) {
            String name = text();
            mapping.set(name, value(below(pointer, name)));
        }
        return mapping;
    }

    private String text() {
        return texts[number()];
    }

    private int number() {
        int number = 0;
        int shift = 0;
        byte group = bytes[at++];
        while (group < 0) {
            number |= (group & TreeFormat.SEVEN_BITS) << shift;
            shift += Byte.SIZE - 1;
            group = bytes[at++];
        }
        return number | (group << shift);
    }
}
