package dev.tick.stub.mappings;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Subject;
import dev.tick.stub.refusal.ErrorCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A schema of a contract as plain WireMock asserts it: without references and the contract's own keywords, and without the
 * constraints that nobody has shown to be held (basis {@code open}).
 *
 * <p>It is read as draft-07, in which the keywords that a contract may use mean the same as in 2020-12: WireMock 3.13.2 asserts
 * formats there, and nowhere after.
 */
final class BodyMatcher {
    private static final String REFERENCE = "$ref";
    private static final String INSTANT = "x-tick-instant";
    /** The end of a text; Java's own sign for it overlooks a line break there, which the one of JSON Schema does not. */
    private static final String END = "(?![\\s\\S])";

    private static final String LABELS = "^[^.]+([.][^.]+)*[.]?" + END;

    /** The message where a contract has none. */
    static final String BROKEN = "The body breaks the contract.";

    private static final Set<String> SAY_NOTHING =
            Set.of("default", "description", "example", "examples", "readOnly", "title", "writeOnly");

    private static final Pattern LAST_SIGN = Pattern.compile("(?<!\\\\)[$]$");
    private static final Pattern ALTERNATIVES = Pattern.compile("/(if|anyOf|oneOf|not)/");
    private static final Pattern CONDITIONS = Pattern.compile("/(if|then|else|anyOf|oneOf|not|additionalProperties)/");

    /** WireMock's formats let empty labels pass, a space between date and time, and a line break behind a time. */
    private static final Map<String, String> BESIDE_FORMATS =
            Map.of("date-time", "^[^\\s]+[Tt][^\\s]+" + END, "hostname", LABELS, "idn-hostname", LABELS);

    /** More than any contract needs, unless a schema refers to itself. */
    private static final int MAX_REFERENCES = 30;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Contract contract;
    private final Register register;
    private final ErrorCodes codes;
    private final Optional<String> without;
    private final ObjectNode schema;
    private final List<String> toCome = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /**
     * Reads a schema.
     *
     * @param pointer JSON pointer to a schema of the contract
     * @param without JSON pointer to a constraint to be left out
     */
    BodyMatcher(Contract contract, Register register, String pointer, Optional<String> without) {
        this.contract = contract;
        this.register = register;
        codes = new ErrorCodes(contract);
        this.without = without;
        schema = plain(pointer, ResponseTemplate.ROOT);
    }

    /** Returns WireMock's matchers of a body. */
    ArrayNode bodyPatterns() {
        ArrayNode patterns = JSON.arrayNode();
        patterns.addObject().put("schemaVersion", "V7").set("matchesJsonSchema", schema);
        // WireMock's parser overlooks comments before a value, and what comes after it.
        if (schema.path("type").asString("").equals("object")) {
            patterns.addObject().put("matches", "(?s)\\s*[{].*[}]\\s*");
        }
        // What its JSONPath cannot read, such as a body too deep, no template could answer.
        patterns.addObject()
                .putObject("matchesJsonPath")
                .put("expression", ResponseTemplate.ROOT)
                .put("matches", "(?s).*");
        for (String path : toCome) {
            patterns.addObject()
                    .putObject("not")
                    .putObject("matchesJsonPath")
                    .put("expression", path)
                    .put("before", "now");
        }
        return patterns;
    }

    /** The constraints with codes of their own, in the order of the document. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private ObjectNode plain(String pointer, String path) {
        if (pointer.split(Pattern.quote(REFERENCE), -1).length > MAX_REFERENCES) {
            throw new IllegalArgumentException(pointer + ": a schema that refers to itself has no plain mapping");
        }
        ObjectNode plain = JSON.objectNode();
        JsonNode node = contract.at(pointer);
        if (node.has(REFERENCE) && node.size() == 1) {
            return plain(pointer + "/" + REFERENCE, path);
        }
        if (node.has(REFERENCE)) {
            plain.putArray("allOf").add(plain(pointer + "/" + REFERENCE, path));
        }
        for (String keyword : node.propertyNames()) {
            String at = pointer + "/" + keyword;
            if (!keyword.equals(REFERENCE) && !SAY_NOTHING.contains(keyword) && isHeld(at)) {
                if (keyword.equals(INSTANT)) {
                    toCome.add(unconditional(at, path));
                } else if (!keyword.startsWith("x-")) {
                    constrain(plain, keyword, at, path);
                }
                refuse(keyword, at, path);
            }
        }
        return plain;
    }

    private void constrain(ObjectNode plain, String keyword, String at, String path) {
        JsonNode value = contract.at(at);
        switch (keyword) {
            case "properties" -> {
                ObjectNode properties = plain.putObject(keyword);
                for (String name : value.propertyNames()) {
                    properties.set(
                            name, plain(at + "/" + LocatedDocument.segment(name), ResponseTemplate.child(path, name)));
                }
            }
            case "allOf", "anyOf", "oneOf" -> {
                for (int i = 0; i < value.size(); i++) {
                    plain.withArray(keyword).add(plain(at + "/" + i, path));
                }
            }
            case "required" -> {
                for (int i = 0; i < value.size(); i++) {
                    if (isHeld(at + "/" + i)) {
                        plain.withArray(keyword).add(value.path(i));
                    }
                }
            }
            case "if", "then", "else", "not" -> plain.set(keyword, plain(at, path));
            case "items" -> plain.set(keyword, plain(at, path + "[*]"));
            case "additionalProperties" -> plain.set(keyword, value.isBoolean() ? value : plain(at, path + "[*]"));
            case "format" -> {
                plain.set(keyword, value);
                Optional.ofNullable(BESIDE_FORMATS.get(value.asString("")))
                        .ifPresent(
                                pattern -> plain.withArray("allOf").addObject().put("pattern", pattern));
            }
            case "pattern" ->
                plain.put(keyword, LAST_SIGN.matcher(value.asString()).replaceFirst(Matcher.quoteReplacement(END)));
            default -> plain.set(keyword, value);
        }
    }

    private void refuse(String keyword, String at, String path) {
        Optional<String> code = codes.said(at, keyword, "code");
        // What is broken inside of alternatives is the alternatives themselves.
        if (code.isEmpty() || path.contains("*") || isUnder(ALTERNATIVES, at)) {
            return;
        }
        String text = ResponseTemplate.text(codes.said(at, keyword, "message").orElse(BROKEN));
        StringBuilder message = new StringBuilder();
        if (keyword.equals("required")) {
            for (JsonNode name : contract.at(at)) {
                message.append(
                        ResponseTemplate.unlessThere(path, name.asString(), text.replace("{name}", name.asString())));
            }
        } else {
            message.append(text.replace("{got}", ResponseTemplate.value(path)));
        }
        refusals.add(new Refusal(at, code.get(), message.toString()));
    }

    private boolean isHeld(String constraint) {
        return !without.equals(Optional.of(constraint))
                && register.rowFor(Subject.CLIENT, constraint)
                        .filter(row -> row.basis() == Basis.OPEN)
                        .isEmpty();
    }

    private static String unconditional(String at, String path) {
        if (isUnder(CONDITIONS, at)) {
            throw new IllegalArgumentException(
                    at + ": an instant to come that is asked for under a condition has no plain mapping");
        }
        return path;
    }

    /** Returns whether one of the keywords leads to a place, names of properties aside. */
    private static boolean isUnder(Pattern keywords, String at) {
        return keywords.matcher(at.replaceAll("/properties/[^/]+", "")).find();
    }
}
