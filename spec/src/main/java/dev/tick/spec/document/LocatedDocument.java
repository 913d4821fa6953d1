package dev.tick.spec.document;

import dev.tick.spec.tree.LocatedTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML document as a JSON tree, with the line of every value.
 *
 * @param file the name used in messages
 * @param root the tree; strings are exactly what the document says
 * @param lines the line, counted from 1, by JSON pointer
 */
public record LocatedDocument(String file, JsonNode root, Map<String, Integer> lines) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A date without a time has no digits to lose. */
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    /** Copies the lines. */
    public LocatedDocument {
        lines = Map.copyOf(lines);
    }

    /**
     * Reads a document.
     *
     * @param file the name used in messages
     * @param text the YAML text
     * @throws InvalidDocumentException where the text is no YAML, repeats a key, holds an anchor, or a time of day without quotes
     */
    public static LocatedDocument parse(String file, String text) {
        Node node;
        try {
            node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new InvalidDocumentException(file, line, "not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            int line = (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw new InvalidDocumentException(
                    file,
                    line,
                    String.format(Locale.ROOT, "not YAML: the character U+%04X may not stand in it", e.getCodePoint()));
        } catch (YAMLException e) {
            throw new InvalidDocumentException(file, 0, "not YAML: " + e.getMessage());
        }
        if (node == null) {
            throw new InvalidDocumentException(file, 0, "the document is empty");
        }
        Map<String, Integer> lines = new HashMap<>();
        return new LocatedDocument(file, convert(file, node, "", lines), lines);
    }

    /**
     * Reads a document that lies on the class path, without a parser of YAML where the build has prepared it.
     *
     * @throws InvalidDocumentException when it is not there, or cannot be read
     */
    public static LocatedDocument load(String file) {
        byte[] text = resource(file)
                .orElseThrow(() -> new InvalidDocumentException(file, 0, "no such document on the class path"));
        return resource(file + LocatedTree.SUFFIX)
                .flatMap(prepared -> LocatedTree.read(prepared, text))
                .map(tree -> new LocatedDocument(file, tree.root(), tree.lines()))
                .orElseGet(() -> parse(file, new String(text, StandardCharsets.UTF_8)));
    }

    private static Optional<byte[]> resource(String file) {
        try (InputStream in = LocatedDocument.class.getClassLoader().getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a document that lies in a file, whose path is the name used in messages.
     *
     * @throws InvalidDocumentException when it is not there, or cannot be read
     */
    public static LocatedDocument read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new InvalidDocumentException(file.toString(), 0, "no such file");
        } catch (CharacterCodingException e) {
            throw new InvalidDocumentException(file.toString(), 0, "not UTF-8; store it as UTF-8");
        } catch (IOException e) {
            throw new InvalidDocumentException(file.toString(), 0, "it cannot be read (" + e + ")");
        }
    }

    /** Returns the line of the value at this pointer, or of its nearest ancestor that has one. */
    public int lineOf(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 0);
    }

    /** Returns an exception, to be thrown, about the value at this pointer. */
    public InvalidDocumentException defect(String pointer, String problem) {
        return new InvalidDocumentException(file, lineOf(pointer), pointer + ": " + problem);
    }

    /** Escapes a name for use as one segment of a JSON pointer (RFC 6901). */
    public static String segment(String name) {
        return Pointers.escaped(name);
    }

    private static JsonNode convert(String file, Node node, String pointer, Map<String, Integer> lines) {
        int line = node.getStartMark().getLine() + 1;
        if (node.getAnchor() != null) {
            throw new InvalidDocumentException(
                    file, line, "the anchor '" + node.getAnchor() + "' is not supported; write the value out");
        }
        lines.put(pointer, line);
        if (node instanceof MappingNode mapping) {
            return object(file, mapping, pointer, lines);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            for (Node item : sequence.getValue()) {
                array.add(convert(file, item, pointer + "/" + array.size(), lines));
            }
            return array;
        }
        return scalar(file, (ScalarNode) node, line);
    }

    private static ObjectNode object(String file, MappingNode mapping, String pointer, Map<String, Integer> lines) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            int line = entry.getKeyNode().getStartMark().getLine() + 1;
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new InvalidDocumentException(file, line, "a key must be plain text");
            }
            String name = key.getValue();
            if (object.has(name)) {
                throw new InvalidDocumentException(file, line, "the key '" + name + "' is repeated; remove one");
            }
            object.set(name, convert(file, entry.getValueNode(), pointer + "/" + segment(name), lines));
        }
        return object;
    }

    private static JsonNode scalar(String file, ScalarNode scalar, int line) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.TIMESTAMP) && !text.matches(DAY)) {
            throw new InvalidDocumentException(file, line, "put the timestamp in quotes, or readers lose digits");
        }
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return switch (text) {
                case "true" -> JSON.booleanNode(true);
                case "false" -> JSON.booleanNode(false);
                default ->
                    throw new InvalidDocumentException(file, line, "write true or false, or quote '" + text + "'");
            };
        }
        try {
            return tag.equals(Tag.INT)
                    ? whole(text)
                    : tag.equals(Tag.FLOAT) ? JSON.numberNode(new BigDecimal(text)) : JSON.stringNode(text);
        } catch (NumberFormatException e) {
            throw new InvalidDocumentException(file, line, "write a decimal number, or put it in quotes");
        }
    }

    /** Returns a whole number, of as many digits as it has. */
    private static JsonNode whole(String text) {
        BigInteger number = new BigInteger(text);
        return number.bitLength() < Long.SIZE ? JSON.numberNode(number.longValueExact()) : JSON.numberNode(number);
    }
}
