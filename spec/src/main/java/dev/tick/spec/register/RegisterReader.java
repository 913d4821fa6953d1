package dev.tick.spec.register;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.source.YamlSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The only reader of the register's grammar. */
final class RegisterReader {
    private static final Set<String> KEYS = Set.of("contract", "edition", "sources", "requirements");
    private static final Set<String> SOURCE_KEYS = Set.of("page", "edition", "read");
    private static final Set<String> ROW_KEYS = Set.of(
            "id",
            "level",
            "basis",
            "subject",
            "statement",
            "source",
            "schema",
            "check",
            "excluded",
            "edition",
            "printed");
    private static final Set<String> MISPRINT_KEYS = Set.of("operation", "at", "as");

    private final YamlSource yaml;
    private final Contract contract;

    RegisterReader(YamlSource yaml, Contract contract) {
        this.yaml = yaml;
        this.contract = contract;
    }

    Register read() {
        known("", KEYS);
        for (String source : yaml.root().path("sources").propertyNames()) {
            known("/sources/" + YamlSource.segment(source), SOURCE_KEYS);
        }
        List<Requirement> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < yaml.root().path("requirements").size(); i++) {
            Requirement row = row("/requirements/" + i);
            if (!ids.add(row.id())) {
                throw yaml.defect("/requirements/" + i + "/id", "the id '" + row.id() + "' is taken by a row above");
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw yaml.defect("/requirements", "a register needs at least one row");
        }
        return new Register(yaml, text("", "edition"), rows);
    }

    private Requirement row(String at) {
        known(at, ROW_KEYS);
        String id = text(at, "id");
        if (!id.matches("[A-Z]{3}-[0-9]{3}")) {
            throw yaml.defect(at + "/id", "expected an id such as SUB-004, got '" + id + "'");
        }
        Level level = word(at, "level", Level.values());
        Basis basis = word(at, "basis", Basis.values());
        if (!basis.carries(level)) {
            throw yaml.defect(at + "/level", "the basis '" + lower(basis) + "' does not carry '" + lower(level) + "'");
        }
        Subject subject = word(at, "subject", Subject.values());
        Optional<String> schema = optional(at, "schema");
        schema.filter(pointer -> contract.at(pointer).isMissingNode()).ifPresent(pointer -> {
            throw yaml.defect(
                    at + "/schema",
                    "nothing is at '" + pointer + "' in " + contract.source().file());
        });
        Optional<String> excluded = optional(at, "excluded");
        Optional<Check> check = check(at);
        boolean exercised = subject == Subject.SERVER ? check.isPresent() : schema.isPresent();
        if (exercised == excluded.isPresent()) {
            throw yaml.defect(
                    at,
                    id + " needs either a " + (subject == Subject.SERVER ? "check" : "schema")
                            + " or a reason under 'excluded'");
        }
        return new Requirement(
                id,
                level,
                basis,
                subject,
                text(at, "statement"),
                source(at),
                schema,
                check,
                excluded,
                optional(at, "edition"),
                printed(at + "/printed"));
    }

    private Optional<Check> check(String at) {
        if (!yaml.root().at(at).has("check")) {
            return Optional.empty();
        }
        String pointer = at + "/check";
        Check check = new Check(text(pointer, "kind"), yaml.root().at(pointer));
        check.text("operation").ifPresent(operation -> checkOperation(pointer, operation));
        return Optional.of(check);
    }

    private void checkOperation(String at, String operation) {
        try {
            contract.operation(operation);
        } catch (IllegalArgumentException e) {
            throw yaml.defect(at + "/operation", String.valueOf(e.getMessage()));
        }
    }

    private List<Misprint> printed(String pointer) {
        List<Misprint> misprints = new ArrayList<>();
        for (int i = 0; i < yaml.root().at(pointer).size(); i++) {
            String at = pointer + "/" + i;
            known(at, MISPRINT_KEYS);
            String operation = text(at, "operation");
            checkOperation(at, operation);
            misprints.add(new Misprint(operation, text(at, "at"), optional(at, "as")));
        }
        return misprints;
    }

    private Source source(String at) {
        String key = text(at + "/source", "of");
        String source = "/sources/" + YamlSource.segment(key);
        if (yaml.root().at(source).isMissingNode()) {
            throw yaml.defect(
                    at + "/source/of",
                    "no source '" + key + "'; there are "
                            + yaml.root().path("sources").propertyNames());
        }
        return new Source(
                text(source, "page"), text(at + "/source", "section"), text(source, "edition"), text(source, "read"));
    }

    private void known(String at, Set<String> keys) {
        for (String key : yaml.root().at(at).propertyNames()) {
            if (!keys.contains(key)) {
                throw yaml.defect(
                        at + "/" + YamlSource.segment(key),
                        "unknown key '" + key + "'; expected one of "
                                + keys.stream().sorted().toList());
            }
        }
    }

    private String text(String at, String key) {
        return optional(at, key).orElseThrow(() -> yaml.defect(at, "the key '" + key + "' is missing"));
    }

    private Optional<String> optional(String at, String key) {
        JsonNode value = yaml.root().at(at).path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString() || value.asString().isBlank()) {
            throw yaml.defect(at + "/" + key, "expected text, got " + value);
        }
        return Optional.of(value.asString());
    }

    private <E extends Enum<E>> E word(String at, String key, E[] words) {
        String got = text(at, key);
        return Arrays.stream(words)
                .filter(word -> lower(word).equals(got))
                .findFirst()
                .orElseThrow(() -> yaml.defect(
                        at + "/" + key,
                        "expected one of "
                                + Arrays.stream(words)
                                        .map(RegisterReader::lower)
                                        .toList() + ", got '" + got + "'"));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
