package dev.tick.spec.client;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.text.NearestWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The only reader of the grammar of client scenarios; the steps are in the stub's language, which the stub reads. */
final class ClientScenarioReader {
    static final List<Key> KEYS =
            List.of(Key.required("contract", FieldType.TEXT), Key.required("scenarios", FieldType.LIST));
    static final List<Key> SCENARIO_KEYS = List.of(
            Key.required("name", FieldType.text("one word of small letters, digits and hyphens", "[a-z0-9][a-z0-9-]*")),
            Key.required("about", FieldType.TEXT),
            Key.required("steps", FieldType.TEXT),
            Key.required("work", FieldType.LIST),
            Key.required("decides", FieldType.LIST));
    static final List<Key> WORK_KEYS = List.of(
            Key.required("do", FieldType.word(WorkVerb.values())),
            Key.optional("examples", FieldType.listOf(FieldType.TEXT)),
            Key.optional("change", FieldType.TEXT));

    private final LocatedDocument yaml;
    private final String name;
    private final Contract contract;
    private final Register register;
    private final Problems problems;

    ClientScenarioReader(LocatedDocument yaml, Specification specification, Problems problems) {
        this.yaml = yaml;
        name = specification.name();
        contract = specification.contract();
        register = specification.register();
        this.problems = problems;
    }

    /** Reads the scenarios; those whose problems were gathered are left out. */
    List<ClientScenario> read() {
        Fields file = Fields.strict(yaml, "");
        problems.holds(() -> file.hold(KEYS));
        problems.holds(() -> file.text("contract")
                .filter(other -> !other.equals(name))
                .ifPresent(other -> file.problem(
                        "contract", "expected '" + name + "', the contract of this folder, got '" + other + "'")));
        List<ClientScenario> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Fields fields : problems.part(() -> file.items("scenarios")).orElse(List.of())) {
            problems.part(() -> scenario(fields, names)).ifPresent(read::add);
        }
        return read;
    }

    private ClientScenario scenario(Fields fields, Set<String> names) {
        fields.hold(SCENARIO_KEYS);
        String own = text(fields, "name");
        if (!names.add(own)) {
            fields.problem("name", "the name '" + own + "' is taken by a scenario above");
        }
        List<WorkOrder> work = fields.items("work").stream().map(this::work).toList();
        if (work.isEmpty()) {
            fields.problem("work", "a client without work does nothing; name some");
        }
        return new ClientScenario(own, text(fields, "about"), text(fields, "steps"), work, rules(fields, work));
    }

    private List<ClientRule> rules(Fields fields, List<WorkOrder> work) {
        Set<String> rows = new HashSet<>();
        List<ClientRule> rules = new ArrayList<>();
        for (Fields one : fields.items("decides")) {
            ClientRule rule = rule(one, work);
            if (!rows.add(rule.row())) {
                one.problem("row", rule.row() + " is decided by a rule above; remove one of the two");
            }
            rules.add(rule);
        }
        return rules;
    }

    private WorkOrder work(Fields fields) {
        fields.hold(WORK_KEYS);
        WorkVerb verb = fields.word("do", Arrays.asList(WorkVerb.values())).orElseThrow();
        if (contract.operation(verb.effect()).isEmpty()) {
            fields.problem(
                    "do",
                    "no operation of " + contract.source().file() + " does '"
                            + FieldType.spelled(verb) + "'; its x-tick-effect would be "
                            + FieldType.spelled(verb.effect()));
        }
        List<String> examples = fields.texts("examples");
        if (verb == WorkVerb.LIST && fields.has("examples")) {
            fields.problem("examples", "a list is made from no example; remove them");
        }
        Effect of = verb.needsSubmitted() ? Effect.CREATE : verb.effect();
        examples.forEach(example -> known(fields, "examples", of, example));
        Optional<String> change = fields.text("change");
        change.ifPresent(example -> known(fields, "change", Effect.CHANGE, example));
        if ((verb == WorkVerb.CHANGE) != change.isPresent()) {
            fields.problem(
                    "",
                    verb == WorkVerb.CHANGE
                            ? "the key 'change' is missing; name the example of the change"
                            : "only a change has the key 'change'; remove it");
        }
        return new WorkOrder(verb, examples, change);
    }

    private void known(Fields fields, String key, Effect effect, String example) {
        Set<String> names = contract.operation(effect)
                .map(Operation::requestExamples)
                .map(examples -> examples.keySet())
                .orElse(Set.of());
        if (!names.contains(example)) {
            fields.problem(
                    key,
                    "no request example '" + example + "'" + NearestWord.hint(example, names) + "; there are " + names);
        }
    }

    private ClientRule rule(Fields fields, List<WorkOrder> work) {
        String kind = fields.text("kind").orElse("");
        List<String> kinds = RuleForm.ALL.stream().map(RuleForm::kind).toList();
        Optional<RuleForm> form =
                RuleForm.ALL.stream().filter(one -> one.kind().equals(kind)).findFirst();
        if (form.isEmpty() && fields.has("kind")) {
            fields.problem(
                    "kind",
                    "unknown kind '" + kind + "'" + NearestWord.hint(kind, kinds) + "; expected one of " + kinds);
        }
        fields.hold(form.map(RuleForm::keys).orElse(RuleForm.COMMON));
        ClientRule rule = form.orElseThrow().reader().apply(row(fields), fields).orElseThrow();
        Optional<WorkVerb> of = rule instanceof ClientRule.Histories histories
                ? histories.of()
                : rule instanceof ClientRule.Unrepeated unrepeated ? unrepeated.of() : Optional.empty();
        of.filter(verb -> work.stream().noneMatch(one -> one.verb() == verb))
                .ifPresent(verb -> fields.problem(
                        "of", "the scenario has no work '" + FieldType.spelled(verb) + "'; add it, or remove this"));
        if (rule instanceof ClientRule.ResultsReported
                && work.stream().noneMatch(one -> one.verb() == WorkVerb.IMPORT)) {
            fields.problem(
                    "kind", "the scenario has no work 'import', whose results this is about; add it, or remove this");
        }
        return rule;
    }

    private String row(Fields fields) {
        String id = text(fields, "row");
        Optional<Requirement> row = register.of(Subject.CLIENT).stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        if (row.isEmpty()) {
            List<String> ids =
                    register.of(Subject.CLIENT).stream().map(Requirement::id).toList();
            fields.problem(
                    "row",
                    "no row about clients '" + id + "' in " + register.source().file() + NearestWord.hint(id, ids));
        }
        row.flatMap(Requirement::excluded)
                .ifPresent(reason -> fields.problem(
                        "row",
                        id + " is excluded in " + register.source().file() + " ('" + reason
                                + "'); remove 'excluded' there, since this decides it"));
        return id;
    }

    private static String text(Fields fields, String key) {
        return fields.text(key).orElseThrow();
    }
}
