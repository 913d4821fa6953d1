package dev.tick.spec.check;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Pointers;
import dev.tick.spec.text.NearestWord;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The values of one {@code check:}, as its form asks for them.
 *
 * @param fields the mapping, whose keys are known and of their types
 * @param contract what it speaks of
 * @param operation the operation that it is asked of
 * @param schema the row's own pointer
 */
record CheckFields(Fields fields, Contract contract, Operation operation, Optional<String> schema) {
    private static final Set<Effect> AFTER_REMOVAL = EnumSet.of(Effect.CREATE, Effect.LIST, Effect.READ, Effect.CHANGE);

    String id() {
        return operation.id();
    }

    /** Returns the row's pointer, which the form asks for. */
    String pointer() {
        return schema.orElseThrow();
    }

    /** Returns the property that the row's pointer leads to, which the form asks for. */
    String property() {
        return Pointers.property(pointer()).orElseThrow();
    }

    /** Returns the property of the entity that a key names. */
    Optional<String> property(String key) {
        Optional<String> property = fields.text(key);
        property.ifPresent(name -> {
            List<String> known = contract.resource().map(Resource::properties).orElse(List.of());
            known(key, "the entity has no property", name, known);
        });
        return property;
    }

    /** Returns the values under {@code set}. */
    Map<String, JsonNode> values() {
        return fields.value("set", AlterationKeys.SET.type())
                .map(AlterationKeys::values)
                .orElse(Map.of());
    }

    /** Returns the form of a query, which the check's own form asks for. */
    QueryForm form() {
        return fields.word(CheckGrammar.FORM.name(), List.of(QueryForm.values()))
                .orElseThrow();
    }

    /** Returns how a 4xx to a query is read; a breach where the row does not say. */
    ListCheck.Declined declined() {
        return fields.word(CheckGrammar.DECLINED.name(), List.of(ListCheck.Declined.values()))
                .orElse(ListCheck.Declined.BREACH);
    }

    ValueClass valueClass() {
        return ValueClass.of(fields.text(CheckGrammar.OF.name()).orElseThrow());
    }

    List<Integer> statuses() {
        return fields.value("status", CheckGrammar.STATUS.type()).stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asInt)
                .toList();
    }

    ConductCheck.Requests requests() {
        return fields.word(CheckGrammar.REQUESTS.name(), List.of(ConductCheck.Requests.values()))
                .orElseThrow();
    }

    /** Returns the pointer into a body that the form asks for. */
    String at() {
        return fields.text(CheckGrammar.AT.name()).orElseThrow();
    }

    ErrorForm error() {
        return new ErrorForm(fields.texts("codes"), fields.truth("envelope").orElse(false));
    }

    /** Codes and envelope are looked at where a status is: without one, any refusal will do. */
    Expectation.Refused refused() {
        for (String key : List.of("codes", "envelope")) {
            if (fields.has(key) && !fields.has("status")) {
                fields.problem(key, "'" + key + "' is looked at beside 'status' alone; add 'status', or remove it");
            }
        }
        return new Expectation.Refused(statuses(), error());
    }

    Expectation.Noted noted() {
        if (fields.has("kept") && !fields.has(CheckGrammar.RESUBMIT.name())) {
            fields.problem("kept", "'kept' is read after a second submit; add 'resubmit', or remove it");
        }
        Optional<Observation> observation = fields.value("observe", CheckGrammar.OBSERVE.type())
                .map(JsonNode::asString)
                .map(Observation::of);
        return new Expectation.Noted(observation, example(), property("kept"));
    }

    /** Returns the second submit; one that repeats the first would tell nothing of a property. */
    SecondSubmit secondSubmit() {
        SecondSubmit submit = new SecondSubmit(
                values(),
                fields.texts("vary"),
                fields.texts("omit"),
                fields.word(AlterationKeys.AS.name(), List.of(AlternateToken.values())));
        if (submit.needs().isEmpty()) {
            fields.problem("", "the second submit is the first one again; add 'set', 'vary' or 'omit'");
        }
        submit.values().keySet().forEach(name -> sent("set", name));
        submit.varied().forEach(name -> sent("vary", name));
        submit.omitted().forEach(name -> sent("omit", name));
        return submit;
    }

    /** Returns the id of the operation that is called afterwards: one that acts on a single entity, or lists them. */
    String then() {
        String id = fields.text("then").orElseThrow();
        List<String> fitting = contract.operations().stream()
                .filter(one -> one.effect().filter(AFTER_REMOVAL::contains).isPresent())
                .map(Operation::id)
                .toList();
        known("then", "it is no create, list, read or change", id, fitting);
        return id;
    }

    /** Returns the name of an example of the operation, or of the submits where it carries no body. */
    Optional<String> example() {
        Optional<String> example = fields.text("example");
        example.ifPresent(
                name -> known("example", "there is no example", name, examples().keySet()));
        return example;
    }

    private Map<String, JsonNode> examples() {
        return operation.requestExamples().isEmpty()
                ? contract.operation(Effect.CREATE)
                        .map(Operation::requestExamples)
                        .orElse(Map.of())
                : operation.requestExamples();
    }

    private void known(String key, String problem, String name, Collection<String> known) {
        if (!known.contains(name)) {
            fields.problem(
                    key, problem + " '" + name + "'" + NearestWord.hint(name, known) + "; expected one of " + known);
        }
    }

    /** Returns the alteration; nothing where there is none. An edit of a body that there is not would change nothing. */
    Alteration alteration() {
        Alteration alteration = AlterationKeys.read(fields);
        for (String key : AlterationKeys.OF_BODY.stream().map(one -> one.name()).toList()) {
            if (fields.has(key) && operation.requestSchema().isEmpty()) {
                fields.problem(key, operation.id() + " takes no body that '" + key + "' could alter; remove it");
            }
        }
        for (String key : List.of("append", "repeat", "rename")) {
            fields.value(key, FieldType.MAPPING)
                    .ifPresent(value -> value.propertyNames().forEach(name -> sent(key, name)));
        }
        return alteration;
    }

    private void sent(String key, String name) {
        List<String> sent = examples().values().stream()
                .flatMap(example -> example.propertyNames().stream())
                .distinct()
                .toList();
        known(key, "no example of " + operation.id() + " sends", name, sent);
    }

    /** Returns the alteration that the form cannot do without. */
    Alteration alterationAtLeast(List<String> keys) {
        Alteration alteration = alteration();
        if (alteration.isNone()) {
            fields.problem("", "nothing is altered; add one of " + keys);
        }
        return alteration;
    }

    /** Returns the only change that the row asks for: of several, one would be dropped. */
    RequestChange change() {
        Alteration alteration = alteration();
        Optional<String> defect = fields.text("defect");
        Optional<JsonNode> resubmit = fields.value(CheckGrammar.RESUBMIT.name(), CheckGrammar.RESUBMIT.type());
        if ((alteration.isNone() ? 0 : 1) + (defect.isPresent() ? 1 : 0) + (resubmit.isPresent() ? 1 : 0) > 1) {
            fields.problem(
                    defect.isPresent() ? "defect" : CheckGrammar.RESUBMIT.name(),
                    "a request has either a defect, an alteration or is submitted again; remove one");
        }
        return resubmit.<RequestChange>map(values -> new Resubmission(AlterationKeys.values(values)))
                .or(() -> defect.map(this::defect))
                .orElse(alteration);
    }

    /** Returns the change that the row asks for; where it names none, its pointer does. */
    RequestChange changeOrConstraint() {
        RequestChange change = change();
        return change.equals(Alteration.NONE) ? constraint() : change;
    }

    private RequestChange defect(String word) {
        return RequestDefect.of(word).<RequestChange>map(one -> one).orElseGet(this::constraint);
    }

    private BrokenConstraint constraint() {
        if (schema.isEmpty()) {
            fields.problem("", "the row needs a 'schema' whose constraint is broken, or the check a 'defect'");
        }
        return new BrokenConstraint(schema.orElseThrow());
    }
}
