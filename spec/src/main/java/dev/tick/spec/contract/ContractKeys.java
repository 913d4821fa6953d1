package dev.tick.spec.contract;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Key;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every {@code x-tick} key of a contract, where it belongs, and what it may say. */
final class ContractKeys {
    /** The beginning of each. */
    static final String PREFIX = "x-tick-";

    static final Map<ContractPlace, List<Key>> KEYS = Map.of(
            ContractPlace.DOCUMENT,
                    List.of(
                            Key.optional("x-tick-aliases", FieldType.mappingOf(FieldType.TEXT)),
                            Key.optional("x-tick-seen", FieldType.MAPPING)),
            ContractPlace.OPERATION,
                    List.of(
                            Key.optional("x-tick-effect", FieldType.word(Effect.values())),
                            Key.optional("x-tick-offer", FieldType.word(Offer.values())),
                            Key.optional("x-tick-quotas", FieldType.LIST),
                            Key.optional("x-tick-refusals", FieldType.MAPPING)),
            ContractPlace.RESPONSE, List.of(Key.optional("x-tick-code", FieldType.TEXT)),
            ContractPlace.SECURITY_SCHEME, List.of(Key.optional("x-tick-token", FieldType.MAPPING)),
            ContractPlace.SCHEMA,
                    List.of(
                            Key.optional("x-tick-default", FieldType.LIST),
                            Key.optional("x-tick-expires", FieldType.TRUTH),
                            Key.optional("x-tick-filterable", FieldType.TRUTH),
                            Key.optional("x-tick-identity", FieldType.TRUTH),
                            Key.optional("x-tick-instant", FieldType.word(List.of("future"))),
                            Key.optional("x-tick-outcome", FieldType.word(List.of("failed", "reason"))),
                            Key.optional("x-tick-refusals", FieldType.MAPPING),
                            Key.optional("x-tick-resubmit", FieldType.word(ResubmitRule.values()))
                                    .formerly("x-tick-again"),
                            Key.optional(ServerValue.KEY, FieldType.word(ServerValue.values()))
                                    .formerly("x-tick-filled-with")));

    /** The keys of each item of {@code x-tick-quotas}. */
    static final List<Key> QUOTA = List.of(
            Key.required("calls", FieldType.number(1, Integer.MAX_VALUE)),
            Key.required("seconds", FieldType.number(1, Integer.MAX_VALUE)));

    /** The keys of each request of {@code x-tick-seen}. */
    static final List<Key> SEEN = List.of(
            Key.required("request", FieldType.TEXT),
            Key.required("like", FieldType.TEXT),
            Key.optional("effect", FieldType.word(Effect.values())));

    /** The keys of {@code x-tick-token}. */
    static final List<Key> TOKEN = List.of(
            Key.optional("context", FieldType.word(List.of("application", "user"))),
            Key.optional("tenant-wide", FieldType.listOf(FieldType.TEXT)).formerly("reaches-all"),
            Key.optional("audiences", FieldType.listOf(FieldType.TEXT)));

    /** The causes that an operation's {@code x-tick-refusals} may name: what no schema can say. */
    static final List<Key> CAUSES =
            List.of(Key.optional("query", FieldType.MAPPING), Key.optional("capacity", FieldType.MAPPING));

    /** The keys of each cause. */
    static final List<Key> CAUSE = List.of(Key.required("code", FieldType.TEXT));

    /** The keywords that a schema's {@code x-tick-refusals} may name: those that a message can break. */
    static final List<Key> KEYWORDS = Set.of(
                    "additionalProperties",
                    "anyOf",
                    "const",
                    "enum",
                    "exclusiveMaximum",
                    "exclusiveMinimum",
                    "format",
                    "maxItems",
                    "maxLength",
                    "maxProperties",
                    "maximum",
                    "minItems",
                    "minLength",
                    "minProperties",
                    "minimum",
                    "multipleOf",
                    "not",
                    "oneOf",
                    "pattern",
                    "required",
                    "type",
                    "uniqueItems",
                    "x-tick-instant")
            .stream()
            .sorted()
            .map(keyword -> Key.optional(keyword, FieldType.MAPPING))
            .toList();

    /** The keys of each keyword. */
    static final List<Key> REFUSAL =
            List.of(Key.required("code", FieldType.TEXT), Key.optional("message", FieldType.TEXT));

    private ContractKeys() {}

    /** Returns the keys that belong to a place. */
    static List<Key> of(ContractPlace place) {
        return KEYS.getOrDefault(place, List.of());
    }
}
