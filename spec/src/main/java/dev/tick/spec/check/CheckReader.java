package dev.tick.spec.check;

import dev.tick.spec.check.CheckForm.Anchor;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.Pointers;
import dev.tick.spec.text.NearestWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The only reader of {@code check:}. */
public final class CheckReader {
    private final Contract contract;

    /** Reads checks of this contract. */
    public CheckReader(Contract contract) {
        this.contract = contract;
    }

    /**
     * Reads a check.
     *
     * @param fields the mapping, which throws the first problem
     * @param schema the row's own pointer into the contract
     * @throws dev.tick.spec.document.InvalidDocumentException naming line, key and the nearest right word
     */
    public Check read(Fields fields, Optional<String> schema) {
        CheckForm form = form(fields);
        List<Key> keys = new ArrayList<>(List.of(CheckGrammar.KIND, CheckGrammar.OPERATION));
        if (form.expectation().isPresent() && !isFormer(fields)) {
            keys.add(1, CheckGrammar.EXPECT);
        }
        keys.addAll(form.keys());
        fields.hold(keys);
        CheckFields check = new CheckFields(fields, contract, operation(fields, form), schema);
        anchor(fields, form, schema);
        return form.reader().apply(check);
    }

    private static boolean isFormer(Fields fields) {
        return CheckGrammar.FORMERLY.containsKey(fields.text("kind").orElse(""));
    }

    /** Without its kind, nobody knows which keys a check has, so that it is held against those of all. */
    private static CheckForm form(Fields fields) {
        if (!fields.has("kind")) {
            List<Key> keys = new ArrayList<>(List.of(CheckGrammar.KIND));
            all(CheckGrammar.FORMS, CheckGrammar.EXPECT, keys);
            fields.hold(keys);
        }
        String kind = fields.text("kind").orElse("");
        Optional<CheckGrammar.FormerKind> former = Optional.ofNullable(CheckGrammar.FORMERLY.get(kind));
        String name = former.map(CheckGrammar.FormerKind::kind).orElse(kind);
        List<CheckForm> forms = CheckGrammar.FORMS.stream()
                .filter(form -> form.kind().equals(name))
                .toList();
        if (forms.isEmpty()) {
            unknown(fields, "kind", kind, CheckGrammar.FORMS.stream().map(CheckForm::kind));
        }
        return forms.size() == 1
                ? forms.get(0)
                : expecting(fields, forms, former.map(CheckGrammar.FormerKind::expectation));
    }

    private static CheckForm expecting(Fields fields, List<CheckForm> forms, Optional<String> former) {
        if (former.isEmpty() && !fields.has("expect")) {
            List<Key> keys = new ArrayList<>(List.of(CheckGrammar.KIND, CheckGrammar.EXPECT));
            all(forms, CheckGrammar.OPERATION, keys);
            fields.hold(keys);
        }
        String word = former.or(() -> fields.text("expect")).orElse("");
        Optional<CheckForm> found = forms.stream()
                .filter(form -> form.expectation().equals(Optional.of(word)))
                .findFirst();
        if (found.isEmpty()) {
            unknown(fields, "expect", word, forms.stream().flatMap(form -> form.expectation().stream()));
        }
        return found.orElseThrow();
    }

    /** Adds the keys of all forms, none of which must be there. */
    private static void all(List<CheckForm> forms, Key first, List<Key> keys) {
        Stream.concat(Stream.of(first, CheckGrammar.OPERATION), forms.stream().flatMap(form -> form.keys().stream()))
                .map(key -> new Key(key.name(), FieldType.ANY, false, key.formerly()))
                .filter(key -> keys.stream().noneMatch(one -> one.name().equals(key.name())))
                .forEach(keys::add);
    }

    private static void unknown(Fields fields, String key, String word, Stream<String> words) {
        List<String> known = words.distinct().toList();
        fields.problem(
                key,
                "unknown " + key + " '" + word + "'" + NearestWord.hint(word, known) + "; expected one of " + known);
    }

    private Operation operation(Fields fields, CheckForm form) {
        String id = fields.text("operation").orElseThrow();
        List<String> ids = contract.operations().stream().map(Operation::id).toList();
        if (!ids.contains(id)) {
            fields.problem(
                    "operation",
                    "no operation '" + id + "' in " + contract.source().file() + NearestWord.hint(id, ids) + "; it has "
                            + ids);
        }
        Operation operation = contract.operation(id);
        if (operation.effect().isEmpty()) {
            fields.problem("operation", id + " needs an x-tick-effect in the contract to be checked");
        }
        if (!form.effects().contains(operation.effect().orElseThrow())) {
            fields.problem(
                    "operation",
                    form.title() + " is asked of an operation with x-tick-effect "
                            + form.effects().stream()
                                    .map(FieldType::spelled)
                                    .sorted()
                                    .toList() + ", and " + id + " has "
                            + FieldType.spelled(operation.effect().orElseThrow()));
        }
        return operation;
    }

    private void anchor(Fields fields, CheckForm form, Optional<String> schema) {
        Optional<Resource> resource = contract.resource();
        Anchor anchor = form.anchor();
        switch (anchor) {
            case NOTHING -> {}
            case PLACE -> {
                if (schema.isEmpty()) {
                    fields.problem("", form.title() + " needs a 'schema' in the row");
                }
            }
            case PROPERTY ->
                property(
                        fields,
                        form,
                        schema,
                        "a property",
                        resource.map(Resource::properties).orElse(List.of()));
            case SERVER_VALUE ->
                property(
                        fields,
                        form,
                        schema,
                        "a property with x-tick-server-value",
                        resource.map(one -> one.serverValues().keySet()).orElse(Set.of()));
            case FILTERABLE ->
                property(
                        fields,
                        form,
                        schema,
                        "a property with x-tick-filterable: true",
                        resource.map(Resource::filterable).orElse(List.of()));
        }
    }

    private static void property(
            Fields fields, CheckForm form, Optional<String> schema, String what, Collection<String> known) {
        if (schema.flatMap(Pointers::property).filter(known::contains).isEmpty()) {
            fields.problem(
                    "",
                    form.title() + " needs a 'schema' in the row that leads to " + what + " of the entity, got '"
                            + schema.orElse("nothing") + "'; there are " + known);
        }
    }
}
