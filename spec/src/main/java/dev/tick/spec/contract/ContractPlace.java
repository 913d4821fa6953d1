package dev.tick.spec.contract;

import java.util.Set;

/** The places of an OpenAPI document that {@code x-tick} keys tell apart. */
enum ContractPlace {
    DOCUMENT("the document"),
    PATHS("the paths"),
    PATH_ITEM("a path"),
    OPERATION("an operation"),
    COMPONENTS("the components"),
    RESPONSES("the responses"),
    RESPONSE("a response"),
    SECURITY_SCHEMES("the security schemes"),
    SECURITY_SCHEME("a security scheme"),
    SCHEMAS("the schemas"),
    SCHEMA("a schema"),
    /** Data of the API's users, in which a key means nothing to us. */
    DATA("an example"),
    OTHER("this place");

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final Set<String> EXAMPLES = Set.of("example", "examples", "default", "const", "enum");
    private static final Set<String> SUBSCHEMAS =
            Set.of("additionalProperties", "allOf", "anyOf", "else", "if", "items", "not", "oneOf", "then");

    private final String words;

    ContractPlace(String words) {
        this.words = words;
    }

    /** Returns the place for people. */
    String words() {
        return words;
    }

    /** Returns whether its keys are OpenAPI's own; those of the others are names that people gave. */
    boolean takesKeys() {
        return switch (this) {
            case PATHS, RESPONSES, SECURITY_SCHEMES, SCHEMAS, DATA -> false;
            case DOCUMENT, PATH_ITEM, OPERATION, COMPONENTS, RESPONSE, SECURITY_SCHEME, SCHEMA, OTHER -> true;
        };
    }

    /** Returns the place of the value under a key; the items of a list are where the list is. */
    ContractPlace below(String key) {
        return switch (this) {
            case DOCUMENT -> key.equals("paths") ? PATHS : key.equals("components") ? COMPONENTS : OTHER;
            case PATHS -> PATH_ITEM;
            case PATH_ITEM -> METHODS.contains(key) ? OPERATION : OTHER;
            case OPERATION -> key.equals("responses") ? RESPONSES : OTHER;
            case COMPONENTS -> component(key);
            case RESPONSES -> RESPONSE;
            case SECURITY_SCHEMES -> SECURITY_SCHEME;
            case SCHEMAS -> SCHEMA;
            case SCHEMA ->
                key.equals("properties")
                        ? SCHEMAS
                        : SUBSCHEMAS.contains(key) ? SCHEMA : EXAMPLES.contains(key) ? DATA : OTHER;
            case DATA -> DATA;
            case RESPONSE, SECURITY_SCHEME, OTHER ->
                key.equals("schema") ? SCHEMA : EXAMPLES.contains(key) ? DATA : OTHER;
        };
    }

    private static ContractPlace component(String key) {
        return switch (key) {
            case "schemas" -> SCHEMAS;
            case "responses" -> RESPONSES;
            case "securitySchemes" -> SECURITY_SCHEMES;
            case "examples" -> DATA;
            default -> OTHER;
        };
    }
}
