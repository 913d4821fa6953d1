package dev.tick.spec.tree;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes a tree: its texts, each of them once, then its values in document order, each with its line. */
final class TreeWriter {
    private final Map<String, Integer> lines;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    TreeWriter(Map<String, Integer> lines) {
        this.lines = lines;
    }

    byte[] write(long checksum, JsonNode root) {
        value(root, "");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(whole)) {
            out.writeInt(TreeFormat.VERSION);
            out.writeLong(checksum);
            number(texts.size(), whole);
            for (String text : texts.keySet()) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                number(bytes.length, whole);
                out.write(bytes);
            }
            values.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole.toByteArray();
    }

    private void value(JsonNode node, String pointer) {
        TreeFormat kind = kind(node);
        values.write(kind.code());
        number(lines.getOrDefault(pointer, 0), values);
        switch (kind) {
            case NULL, TRUE, FALSE -> {}
            case WHOLE, LARGE, DECIMAL, TEXT -> text(node.asString());
            case LIST -> {
                number(node.size(), values);
                for (int i = 0; i < node.size(); i++) {
                    value(node.get(i), pointer + "/" + i);
                }
            }
            case MAPPING -> {
                number(node.size(), values);
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    text(member.getKey());
                    value(member.getValue(), TreeReader.below(pointer, member.getKey()));
                }
            }
        }
    }

    private static TreeFormat kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> TreeFormat.MAPPING;
            case ARRAY -> TreeFormat.LIST;
            case BOOLEAN -> node.asBoolean() ? TreeFormat.TRUE : TreeFormat.FALSE;
            case NUMBER ->
                node.isBigDecimal() ? TreeFormat.DECIMAL : node.isBigInteger() ? TreeFormat.LARGE : TreeFormat.WHOLE;
            case STRING -> TreeFormat.TEXT;
            case NULL -> TreeFormat.NULL;
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("no YAML has a value of the kind " + node.getNodeType());
        };
    }

    private void text(String text) {
        number(texts.computeIfAbsent(text, any -> texts.size()), values);
    }

    /** Writes a number in groups of seven bits, the lowest first. */
    private static void number(int number, ByteArrayOutputStream out) {
        int rest = number;
        while (rest > TreeFormat.SEVEN_BITS) {
            out.write((rest & TreeFormat.SEVEN_BITS) | (TreeFormat.SEVEN_BITS + 1));
            rest >>>= Byte.SIZE - 1;
        }
        out.write(rest);
    }
}
