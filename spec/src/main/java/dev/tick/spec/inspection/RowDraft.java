package dev.tick.spec.inspection;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A row that is to be written.
 *
 * @param prefix the letters of its id, such as {@code SUB}; empty for those of most rows of this kind about the operation
 * @param level how much it binds
 * @param basis what it rests on
 * @param subject who can honour or break it
 * @param statement one sentence
 * @param source one of the register's sources; empty for that of the row before it
 * @param section of the source; empty for that of the row before it
 * @param schema a JSON pointer into the contract
 * @param check the check's keys as YAML, such as {@code kind: echo}; without its operation
 * @param operation the operation's id
 * @param excluded why it cannot be observed
 */
public record RowDraft(
        Optional<String> prefix,
        Level level,
        Basis basis,
        Subject subject,
        String statement,
        Optional<String> source,
        Optional<String> section,
        Optional<String> schema,
        Optional<String> check,
        Optional<String> operation,
        Optional<String> excluded) {
    /** A plain scalar of these needs no quotes, whatever stands around it. */
    private static final String PLAIN = "[A-Za-z/][A-Za-z0-9 ~_./'()$@-]*[A-Za-z0-9.)]|[A-Za-z]";

    private static final Pattern KIND = Pattern.compile("kind: [a-z-]+(, expect: [a-z-]+)?");

    private static final String KEPT = "true|false|null|yes|no|on|off";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** Refuses a text that would not stay on its line. */
    public RowDraft {
        texts(statement, source, section, schema, check, operation, excluded).forEach((key, text) -> {
            if (CONTROL.matcher(text).find()) {
                throw new IllegalArgumentException(
                        key + ": has a line break or another control character; write it on one line");
            }
        });
    }

    private static Map<String, String> texts(
            String statement,
            Optional<String> source,
            Optional<String> section,
            Optional<String> schema,
            Optional<String> check,
            Optional<String> operation,
            Optional<String> excluded) {
        Map<String, String> texts = new LinkedHashMap<>(Map.of("statement", statement));
        source.ifPresent(text -> texts.put("source", text));
        section.ifPresent(text -> texts.put("section", text));
        schema.ifPresent(text -> texts.put("schema", text));
        check.ifPresent(text -> texts.put("check", text));
        operation.ifPresent(text -> texts.put("operation", text));
        excluded.ifPresent(text -> texts.put("excluded", text));
        return texts;
    }

    /**
     * Returns the lines of the row, as the kit writes them.
     *
     * @param id the row's id
     * @param before the row before it, from which it takes what it does not say
     */
    List<String> lines(String id, RowPlace before) {
        List<String> lines = new ArrayList<>();
        lines.add("- id: " + id);
        lines.add("  level: " + FieldType.spelled(level));
        lines.add("  basis: " + FieldType.spelled(basis));
        lines.add("  subject: " + FieldType.spelled(subject));
        lines.add("  statement: " + scalar(statement));
        lines.add("  source: {of: " + scalar(source.orElse(before.source())) + ", section: "
                + scalar(section.orElse(before.section())) + "}");
        schema.ifPresent(pointer -> lines.add("  schema: " + scalar(pointer)));
        check.ifPresent(keys -> lines.add("  check: {" + withOperation(keys) + "}"));
        excluded.ifPresent(reason -> lines.add("  excluded: " + scalar(reason)));
        return lines;
    }

    /** Returns the kind of its check, and what is expected, for people; empty where it has no check. */
    Optional<String> title() {
        return check.map(keys -> {
            JsonNode read = parsed(keys).root();
            return (read.path("kind").asString("") + " " + read.path("expect").asString("")).strip();
        });
    }

    /** Puts the operation behind kind and expectation, where the kit's own rows have it. */
    private String withOperation(String keys) {
        String bare = bare(keys);
        if (parsed(keys).root().has("operation") || operation.isEmpty()) {
            return bare;
        }
        Matcher kind = KIND.matcher(bare);
        int at = kind.lookingAt() ? kind.end() : bare.length();
        return bare.substring(0, at) + ", operation: " + operation.get() + bare.substring(at);
    }

    private static String bare(String keys) {
        String text = keys.strip();
        return text.startsWith("{") && text.endsWith("}")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }

    private static LocatedDocument parsed(String keys) {
        try {
            return LocatedDocument.parse("check", "{" + bare(keys) + "}");
        } catch (InvalidDocumentException e) {
            throw new IllegalArgumentException(
                    "check: expected keys such as 'kind: echo', got '" + keys + "' (" + e.problem() + ")", e);
        }
    }

    private static String scalar(String text) {
        return text.matches(PLAIN) && !text.matches(KEPT)
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
