package dev.tick.stub.mappings;

import dev.tick.spec.contract.BatchResultSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Pieces of WireMock's response templates (Handlebars with WireMock's helpers). */
final class ResponseTemplate {
    /** The whole JSON body of the request. */
    static final String ROOT = "$";

    private static final String OPENING = "{{";

    private ResponseTemplate() {}

    /** Returns a value as it is, even where it looks like a template. */
    static JsonNode literal(JsonNode value) {
        return raw(value.toString().replace(OPENING, "\\u007b\\u007b"));
    }

    /** A text as it is. */
    static JsonNode literal(String text) {
        return literal(JsonNodeFactory.instance.stringNode(text));
    }

    /** Returns the instant of the request in UTC, in whole seconds: further digits are not to be had exactly. */
    static JsonNode now() {
        return raw("\"{{now}}\"");
    }

    /** A GUID. */
    static JsonNode guid() {
        return raw("\"{{randomValue type='UUID'}}\"");
    }

    /** Returns the decoded value in place of the path's only parameter; a plus sign is itself in a path. */
    static JsonNode pathValue(String path) {
        String name = safe(path.substring(path.indexOf('{') + 1, path.indexOf('}')));
        return raw("{{toJson (urlEncode (replace request.path.[" + name + "] '+' '%2B') decode=true)}}");
    }

    /** The text of a message that is made of a template, as JSON. */
    static JsonNode message() {
        return raw("{{toJson (trim message)}}");
    }

    /** Returns the template that must precede a body with a {@link #message()}. */
    static String messageOf(String template) {
        return "{{#assign 'message'}}" + template + "{{/assign}}";
    }

    /** A property as the request's body has it; this in place of one that it does not have, or has as null. */
    static JsonNode given(String property, JsonNode otherwise) {
        String path = child(ROOT, property);
        return raw("{{#if (jsonPath request.body \"$[?(@" + path.substring(1) + " != null)]\")}}"
                + "{{toJson (jsonPath request.body \"" + path + "\")}}{{else}}" + otherwise + "{{/if}}");
    }

    /** A property as the request's body has it, null included; this in place of one that it does not have. */
    static JsonNode submitted(String property, JsonNode otherwise) {
        // A JSONPath to null and one to nothing yield the same empty text, so both are asked for first.
        JsonNode value = given(property, JsonNodeFactory.instance.nullNode());
        return otherwise.isNull()
                ? value
                : raw("{{#if " + has(ROOT, property) + "}}" + value + "{{else}}" + otherwise + "{{/if}}");
    }

    /**
     * Returns a template of batch results: each item of the request is accepted, numbered by its position.
     *
     * @param empty the body without results
     */
    static String results(ObjectNode empty, String list, String identity, BatchResultSchema names) {
        StringBuilder others = new StringBuilder();
        empty.properties().stream()
                .filter(property -> !property.getKey().equals(names.list()) && !property.getValue().isNull())
                .forEach(property -> others.append('"')
                        .append(property.getKey())
                        .append("\": ")
                        .append(literal(property.getValue()))
                        .append(", "));
        return "{" + others + "\"" + names.list() + "\": [{{#each (jsonPath request.body \"" + child(ROOT, list) + "\")}} {\""
                + names.number()
                + "\": \"{{math @index '+' 1}}\", \"" + names.identity() + "\": {{toJson this.[" + safe(identity)
                + "]}} , \"" + names.failed() + "\": false, \"" + names.reason()
                + "\": null} {{#unless @last}},{{/unless}}{{/each}} ]}";
    }

    /** The JSONPath to a property of what lies at another. */
    static String child(String path, String property) {
        return path + "['" + safe(property) + "']";
    }

    /** Returns a contract's text, as a part of a template. */
    static String text(String text) {
        if (text.contains(OPENING)) {
            throw new IllegalArgumentException("'" + text + "' would be read as a template; write it without '{{'");
        }
        return text;
    }

    /** The value at a JSONPath of the request's body, without quotation marks if it is a text. */
    static String value(String path) {
        return "{{jsonPath request.body \"" + path + "\"}}";
    }

    /** Returns a text that appears where an object of the request's body lacks a property. */
    static String unlessThere(String path, String property, String text) {
        return "{{#unless " + has(path, property) + "}}" + text + " {{/unless}}";
    }

    private static String has(String path, String property) {
        return "(contains (jsonPath request.body \"" + path + ".keys()\") '" + safe(property) + "')";
    }

    private static String safe(String name) {
        if (name.matches(".*['\"\\\\{}\\[\\]].*")) {
            throw new IllegalArgumentException(
                    "'" + name + "': a template can name nothing with quotation marks, brackets or backslashes");
        }
        return name;
    }

    /** With a space, since an object's end right after a template's would be read as a part of it. */
    private static JsonNode raw(String template) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(template.endsWith("}}") ? template + " " : template));
    }
}
