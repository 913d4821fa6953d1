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
import dev.tick.spec.document.Problems;
import dev.tick.spec.text.NearestWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The only reader of the register's grammar; a check's is {@link CheckReader}'s. */
final class RegisterReader {
    /** A page may tell its year or month alone. */
    static final String DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

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
    private final Problems problems;
    private final CheckReader checks;
    private final SourceReader sources;

    RegisterReader(LocatedDocument yaml, Contract contract, Problems problems) {
        this.yaml = yaml;
        this.contract = contract;
        this.problems = problems;
        checks = new CheckReader(contract);
        sources = new SourceReader(problems);
    }

    /** Reads the register; rows whose problems were gathered are left out. */
    Register read() {
        Fields register = Fields.strict(yaml, "");
        problems.holds(() -> register.hold(KEYS));
        problems.holds(() -> register.members("sources", sources::add));
        List<Requirement> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<Fields> items = problems.part(() -> register.items("requirements")).orElse(List.of());
        for (Fields fields : items) {
            problems.holds(() -> fields.text("id")
                    .filter(id -> !ids.add(id))
                    .ifPresent(id -> fields.problem("id", "the id '" + id + "' is taken by a row above")));
            row(fields).ifPresent(rows::add);
        }
        if (items.isEmpty()) {
            problems.holds(() -> register.problem("requirements", "a register needs at least one row"));
        }
        return new Register(
                yaml,
                problems.part(() -> register.text("edition"))
                        .flatMap(text -> text)
                        .orElse(""),
                rows);
    }

    private Optional<Requirement> row(Fields row) {
        boolean held = problems.holds(() -> row.hold(ROW_KEYS));
        Optional<String> id = part(row, "id", () -> id(row));
        Optional<Level> level = part(row, "level", () -> word(row, "level", Level.values()));
        Optional<Basis> basis = part(row, "basis", () -> word(row, "basis", Basis.values()));
        boolean carried = problems.holds(() -> carried(row, level, basis));
        Optional<Subject> subject = part(row, "subject", () -> word(row, "subject", Subject.values()));
        Optional<String> schema = part(row, "schema", () -> schema(row));
        boolean placed = schema.isPresent() || !row.has("schema");
        Optional<Check> check = placed
                ? part(row, "check", () -> checks.read(row.mapping("check").orElseThrow(), schema))
                : Optional.empty();
        boolean decided = problems.holds(() -> subject.ifPresent(whose -> decided(row, whose)));
        Optional<Source> source = part(row, "source", () -> sources.of(row)).flatMap(known -> known);
        Optional<Recording> recorded = level.flatMap(known ->
                part(row, "recorded", () -> recording(row, known, schema)).flatMap(recording -> recording));
        List<KnownMisprint> misprints = part(row, "misprints", () -> row.items("misprints")).orElse(List.of()).stream()
                .flatMap(one -> problems.part(() -> misprint(one)).stream())
                .toList();
        boolean read = held && carried && placed && decided && row.has("check") == check.isPresent();
        if (!read || id.isEmpty() || level.isEmpty() || basis.isEmpty() || subject.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Requirement(
                id.get(),
                level.get(),
                basis.get(),
                subject.get(),
                text(row, "statement"),
                source.get(),
                schema,
                check,
                row.text("excluded"),
                row.text("edition"),
                recorded,
                misprints));
    }

    /** Reads the value of a key on its own; nothing where it is not there, which the whole mapping was held against. */
    private <T> Optional<T> part(Fields fields, String key, Supplier<T> reader) {
        return fields.has(key) ? problems.part(reader) : Optional.empty();
    }

    private static String id(Fields row) {
        String id = text(row, "id");
        if (!id.matches("[A-Z]{3}-[0-9]{3}")) {
            row.problem("id", "expected an id such as SUB-004, got '" + id + "'");
        }
        return id;
    }

    private static void carried(Fields row, Optional<Level> level, Optional<Basis> basis) {
        if (level.isPresent() && basis.isPresent() && !basis.get().carries(level.get())) {
            row.problem(
                    "level",
                    "the basis '" + FieldType.spelled(basis.get()) + "' does not carry '"
                            + FieldType.spelled(level.get()) + "'");
        }
    }

    private String schema(Fields row) {
        String pointer = text(row, "schema");
        if (!pointer.startsWith("/") || contract.at(pointer).isMissingNode()) {
            row.problem(
                    "schema",
                    "nothing is at '" + pointer + "' in " + contract.source().file() + nearest(pointer));
        }
        return pointer;
    }

    /** Returns the nearest name at the place where a pointer leaves the document, for people. */
    private String nearest(String pointer) {
        String there = pointer;
        while (!there.isEmpty() && contract.at(there).isMissingNode()) {
            there = Pointers.parent(there);
        }
        if (!pointer.startsWith("/")) {
            return "; a pointer begins with '/'";
        }
        String name = Pointers.unescaped(pointer.substring(there.length() + 1).split("/", 2)[0]);
        String hint = NearestWord.hint(name, contract.at(there).propertyNames());
        return hint.isEmpty() ? "" : "; at '" + there + "' there is no '" + name + "'" + hint;
    }

    private static void decided(Fields row, Subject subject) {
        String id = row.text("id").orElse("the row");
        boolean excluded = row.has("excluded");
        if (subject == Subject.SERVER && row.has("check") == excluded) {
            row.problem("", id + " needs either a check or a reason under 'excluded'");
        }
        // A client's row without either is decided by a scenario, which only their reader can tell.
        if (subject == Subject.CLIENT && row.has("schema") && excluded) {
            row.problem("excluded", id + " has a schema, at which it is seen; remove one of the two");
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
        source.ifPresent(name -> sources.require(misprint, "source", name));
        return new KnownMisprint(operation, source, text(misprint, "at"), misprint.text("as"));
    }

    private Optional<Recording> recording(Fields row, Level level, Optional<String> schema) {
        Fields recording = row.mapping("recorded").orElseThrow();
        recording.hold(RECORDING_KEYS);
        if (level == Level.MAY || !row.has("check") || row.has("edition")) {
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
        return sources.section(recording).map(section -> new Recording(behaviour, recording.text("since"), section));
    }

    static String text(Fields fields, String key) {
        return fields.text(key).orElseThrow();
    }

    private static <E extends Enum<E>> E word(Fields fields, String key, E[] constants) {
        return fields.word(key, Arrays.asList(constants)).orElseThrow();
    }
}
