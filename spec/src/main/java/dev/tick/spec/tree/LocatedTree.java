package dev.tick.spec.tree;

import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;

/**
 * A JSON tree with the line of every value.
 *
 * @param root the tree
 * @param lines the line, counted from 1, by JSON pointer; one for each value of the tree
 */
public record LocatedTree(JsonNode root, Map<String, Integer> lines) {
    /** Ends the name of a prepared tree, which lies beside its document. */
    public static final String SUFFIX = ".tree";

    /** Copies the lines. */
    public LocatedTree {
        lines = Map.copyOf(lines);
    }

    /**
     * Returns the tree as bytes; equal trees give equal bytes.
     *
     * @param document the bytes that the tree was read from
     */
    public byte[] prepared(byte[] document) {
        return new TreeWriter(lines).write(checksum(document), root);
    }

    /**
     * Reads a prepared tree.
     *
     * @param document the bytes that it must have been read from
     * @return empty where it was made of another document, or by another release of the kit
     */
    public static Optional<LocatedTree> read(byte[] prepared, byte[] document) {
        return new TreeReader(prepared).read(checksum(document));
    }

    private static long checksum(byte[] document) {
        CRC32 sum = new CRC32();
        sum.update(document);
        return (sum.getValue() << Integer.SIZE) | document.length;
    }
}
