package dev.tick.spec.register;

import dev.tick.spec.check.Check;
import dev.tick.spec.check.CheckReader;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Pointers;
import dev.tick.spec.text.NearestWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The only reader of the register's grammar; a check's is {@link CheckReader}'s. */
final class RegisterReader {
    /** A page may tell its year or month alone. */
    private static final String DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

    private static final int SUCCESS = 200;

    /** The words of a recorded behaviour, one for each kind of it. */
    enum Recorded {
        ABSENT,
        EMPTIED
    }

    static final List<Key> KEYS = List.of(
            Key.required("contract", FieldType.TEXT),
            Key.required("edition", FieldType.TEXT),
            Key.required("sources", FieldType.MAPPING),
            Key.required("requirements", FieldType.LIST));
    static final List<Key> SOURCE_KEYS = List.of(
            Key.required("page", FieldType.TEXT),
            Key.required("edition", FieldType.TEXT),
            Key.optional(
                    "dated",
                    FieldType.text(
                            "a year, month or day such as \"2025-12-11\", or two with 'to' between",
                            DATE + "( to " + DATE + ")?")),
            Key.optional(
                    "commit",
                    FieldType.text(
                            "owner/repository@hash, the hash of 8 hexadecimal digits or more",
                            "[\\w.-]+/[\\w.-]+@[0-9a-f]{8,40}")),
            Key.required("read", FieldType.text("a date such as \"2026-01-31\"", "[0-9]{4}-[0-9]{2}-[0-9]{2}")));
    static final List<Key> ROW_KEYS = List.of(
            Key.required("id", FieldType.TEXT),
            Key.required("level", FieldType.word(Level.values())),
            Key.required("basis", FieldType.word(Basis.values())),
            Key.required("subject", FieldType.word(Subject.values())),
            Key.required("statement", FieldType.TEXT),
            Key.required("source", FieldType.MAPPING),
            Key.optional("schema", FieldType.TEXT),
            Key.optional("check", FieldType.MAPPING),
            Key.optional("excluded", FieldType.TEXT),
            Key.optional("edition", FieldType.TEXT),
            Key.optional("recorded", FieldType.MAPPING),
            Key.optional("misprints", FieldType.LIST).formerly("printed"));
    static final List<Key> SECTION_KEYS =
            List.of(Key.required("of", FieldType.TEXT), Key.required("section", FieldType.TEXT));
    static final List<Key> RECORDING_KEYS = List.of(
            Key.required("behaviour", FieldType.word(Recorded.values())),
            Key.required("of", FieldType.TEXT),
            Key.required("section", FieldType.TEXT),
            Key.optional("since", FieldType.text("a year or a date, such as \"2021\"", DATE)),
            Key.optional("status", FieldType.number(SUCCESS, SUCCESS + 99)));
    static final List<Key> MISPRINT_KEYS = List.of(
            Key.optional("operation", FieldType.TEXT),
            Key.optional("source", FieldType.TEXT),
            Key.required("at", FieldType.TEXT),
            Key.optional("as", FieldType.TEXT));

    private final LocatedDocument yaml;
    private final Contract contract;
    private final CheckReader checks;
    private final Map<String, Fields> sources = new LinkedHashMap<>();

    RegisterReader(LocatedDocument yaml, Contract contract) {
        this.yaml = yaml;
        this.contract = contract;
        checks = new CheckReader(contract);
    }

    Register read() {
        Fields register = Fields.strict(yaml, "");
        register.hold(KEYS);
        register.members("sources", (name, source) -> {
            source.hold(SOURCE_KEYS);
            if (!source.has("dated") && !source.has("commit")) {
                source.problem(
                        "", "a source needs its own date under 'dated' or its commit under 'commit'; pages change");
            }
            sources.put(name, source);
        });
        List<Requirement> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields fields : register.items("requirements")) {
            Requirement row = row(fields);
            if (!ids.add(row.id())) {
                fields.problem("id", "the id '" + row.id() + "' is taken by a row above");
            }
            rows.add(row);
        }
        if (rows.isEmpty()) {
            register.problem("requirements", "a register needs at least one row");
        }
        return new Register(yaml, text(register, "edition"), rows);
    }

    private Requirement row(Fields row) {
        row.hold(ROW_KEYS);
        String id = text(row, "id");
        if (!id.matches("[A-Z]{3}-[0-9]{3}")) {
            row.problem("id", "expected an id such as SUB-004, got '" + id + "'");
        }
        Level level = word(row, "level", Level.values());
        Basis basis = word(row, "basis", Basis.values());
        if (!basis.carries(level)) {
            row.problem(
                    "level",
                    "the basis '" + FieldType.spelled(basis) + "' does not carry '" + FieldType.spelled(level) + "'");
        }
        Subject subject = word(row, "subject", Subject.values());
        Optional<String> schema = row.text("schema");
        schema.filter(pointer ->
                        !pointer.startsWith("/") || contract.at(pointer).isMissingNode())
                .ifPresent(pointer -> row.problem(
                        "schema",
                        "nothing is at '" + pointer + "' in "
                                + contract.source().file()));
        Optional<Check> check = row.mapping("check").map(fields -> checks.read(fields, schema));
        Optional<String> excluded = row.text("excluded");
        decided(row, id, subject, subject == Subject.SERVER ? check.isPresent() : schema.isPresent(), excluded);
        return new Requirement(
                id,
                level,
                basis,
                subject,
                text(row, "statement"),
                source(row),
                schema,
                check,
                excluded,
                row.text("edition"),
                row.mapping("recorded").map(recording -> recording(row, recording, level, check, schema)),
                row.items("misprints").stream().map(this::misprint).toList());
    }

    private static void decided(Fields row, String id, Subject subject, boolean exercised, Optional<String> excluded) {
        if (exercised == excluded.isPresent()) {
            row.problem(
                    "",
                    id + " needs either a " + (subject == Subject.SERVER ? "check" : "schema")
                            + " or a reason under 'excluded'");
        }
        if (subject == Subject.CLIENT && row.has("check")) {
            row.problem("check", id + " binds clients, and a check is made of servers; remove it");
        }
    }

    private KnownMisprint misprint(Fields misprint) {
        misprint.hold(MISPRINT_KEYS);
        Optional<String> operation = misprint.text("operation");
        Optional<String> source = misprint.text("source");
        if (operation.isPresent() == source.isPresent()) {
            misprint.problem(
                    "",
                    "give either the 'operation' that the page documents or, for a page about something else, its 'source'");
        }
        List<String> known = contract.operations().stream().map(Operation::id).toList();
        operation
                .filter(id -> !known.contains(id))
                .ifPresent(id -> misprint.problem(
                        "operation",
                        "no operation '" + id + "' in " + contract.source().file() + NearestWord.hint(id, known)
                                + "; it has " + known));
        source.ifPresent(name -> sourceOf(misprint, "source", name));
        return new KnownMisprint(operation, source, text(misprint, "at"), misprint.text("as"));
    }

    private void sourceOf(Fields fields, String key, String name) {
        if (!sources.containsKey(name)) {
            fields.problem(
                    key,
                    "no source '" + name + "'" + NearestWord.hint(name, sources.keySet()) + "; there are "
                            + sources.keySet());
        }
    }

    private Recording recording(
            Fields row, Fields recording, Level level, Optional<Check> check, Optional<String> schema) {
        recording.hold(RECORDING_KEYS);
        if (level == Level.MAY || check.isEmpty() || row.has("edition")) {
            row.problem(
                    "recorded",
                    "only a must or a should of this edition that a check exercises can be contradicted; remove it");
        }
        Optional<Integer> status = recording.number("status", SUCCESS, SUCCESS + 99);
        RecordedBehaviour behaviour = switch (word(recording, "behaviour", Recorded.values())) {
            case ABSENT -> {
                if (status.isPresent()) {
                    recording.problem("status", "what is absent has no status; remove it");
                }
                yield new RecordedBehaviour.Absent(
                        schema.flatMap(Pointers::property).orElseGet(() -> {
                            row.problem("schema", "lead to the property that is absent in the recording");
                            return "";
                        }));
            }
            case EMPTIED -> {
                if (status.isEmpty()) {
                    recording.problem("", "the key 'status' is missing; add it");
                }
                yield new RecordedBehaviour.Emptied(status.orElse(SUCCESS));
            }
        };
        return new Recording(behaviour, recording.text("since"), section(recording));
    }

    private Source source(Fields row) {
        Fields section = row.mapping("source").orElseThrow();
        section.hold(SECTION_KEYS);
        return section(section);
    }

    private Source section(Fields section) {
        String name = text(section, "of");
        sourceOf(section, "of", name);
        Fields source = Optional.ofNullable(sources.get(name)).orElseThrow();
        return new Source(
                text(source, "page"),
                text(section, "section"),
                text(source, "edition"),
                source.text("dated"),
                source.text("commit"),
                text(source, "read"));
    }

    private static String text(Fields fields, String key) {
        return fields.text(key).orElseThrow();
    }

    private static <E extends Enum<E>> E word(Fields fields, String key, E[] constants) {
        return fields.word(key, Arrays.asList(constants)).orElseThrow();
    }
}
