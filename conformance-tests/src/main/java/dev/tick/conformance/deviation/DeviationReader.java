package dev.tick.conformance.deviation;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.spec.text.NearestWord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The only reader of the grammar of deviations; it gathers all problems of a file before it refuses it. */
final class DeviationReader {
    private static final List<Key> KEYS = List.of(
            Key.required("id", FieldType.TEXT),
            Key.optional("case", FieldType.TEXT),
            Key.required("reason", FieldType.TEXT),
            Key.required("link", FieldType.TEXT),
            Key.required("owner", FieldType.TEXT),
            Key.required("opened", FieldType.TEXT),
            Key.required("expires", FieldType.TEXT));
    private static final List<String> NAMES = KEYS.stream().map(Key::name).toList();

    private final String file;
    private final Register register;
    private final Subject judged;
    private final Map<String, List<String>> cases;
    private final List<String> problems = new ArrayList<>();

    /**
     * Creates a reader.
     *
     * @param judged whose deviations they are
     * @param cases of a run; of a client's, each of its rows has some
     */
    DeviationReader(String file, Register register, Subject judged, Map<String, List<String>> cases) {
        this.file = file;
        this.register = register;
        this.judged = judged;
        this.cases = cases;
    }

    List<Deviation> read(String text) {
        LocatedDocument yaml;
        try {
            yaml = LocatedDocument.parse(file, text);
        } catch (InvalidDocumentException e) {
            throw refusal(List.of(e.getMessage() + "; a file of deviations is a list of entries, or []"));
        }
        if (!yaml.root().isArray()) {
            throw refusal(List.of(file + ":" + yaml.lineOf("") + ": expected a list of entries, each with " + NAMES
                    + ", got " + yaml.root()));
        }
        List<Deviation> entries = new ArrayList<>();
        for (int i = 0; i < yaml.root().size(); i++) {
            entry(yaml, i).ifPresent(entry -> {
                overlap(entry, entries);
                entries.add(entry);
            });
        }
        if (!problems.isEmpty()) {
            throw refusal(problems);
        }
        return entries;
    }

    private InvalidSettingException refusal(List<String> found) {
        return new InvalidSettingException("deviations: " + file + " cannot be used:\n  " + String.join("\n  ", found));
    }

    private Optional<Deviation> entry(LocatedDocument yaml, int index) {
        Fields fields = Fields.gathering(yaml, "/" + index, problems);
        int before = problems.size();
        if (!fields.hold(KEYS)) {
            return Optional.empty();
        }
        Optional<String> id = fields.text("id");
        if (id.filter(this::isOfAnotherContract).isPresent()) {
            return Optional.empty();
        }
        id.ifPresent(text -> requirement(fields, text));
        Optional<String> oneCase = fields.text("case").flatMap(text -> id.map(own -> oneCase(fields, own, text)));
        Optional<String> reason = fields.text("reason");
        Optional<String> link = fields.text("link");
        Optional<String> owner = fields.text("owner");
        Optional<LocalDate> opened = date(fields, "opened");
        Optional<LocalDate> expires = date(fields, "expires");
        opened.ifPresent(from -> expires.filter(to -> to.isBefore(from))
                .ifPresent(to -> fields.problem(
                        "expires", to + " is before 'opened' " + from + "; correct one of the two dates")));
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Deviation(
                file,
                fields.line(),
                id.orElseThrow(),
                oneCase,
                reason.orElseThrow(),
                link.orElseThrow(),
                owner.orElseThrow(),
                opened.orElseThrow(),
                expires.orElseThrow()));
    }

    /** Returns whether an entry is about another contract that comes with the kit: a target may serve both, and has one file. */
    private boolean isOfAnotherContract(String id) {
        boolean own = register.requirements().stream().anyMatch(row -> row.id().equals(id));
        return !own
                && Specification.all().stream()
                        .flatMap(other -> other.register().checked().stream())
                        .anyMatch(row -> row.id().equals(id));
    }

    private void requirement(Fields fields, String id) {
        List<String> checked = judged == Subject.CLIENT
                ? cases.keySet().stream().sorted().toList()
                : register.checked().stream().map(Requirement::id).toList();
        if (checked.contains(id)) {
            return;
        }
        Optional<Requirement> row = register.requirements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        String problem = row.map(one -> one.subject() != judged
                        ? binding(one) + "; remove this entry"
                        : "is never checked (" + one.excluded().orElse("") + "); remove this entry")
                .orElse("is no requirement of " + register.source().file() + NearestWord.hint(id, checked)
                        + "; correct the id, or remove this entry");
        fields.problem("id", "'" + id + "' " + problem);
    }

    private static String binding(Requirement row) {
        return row.subject() == Subject.CLIENT ? "binds clients, not a server" : "binds servers, not a client";
    }

    private String oneCase(Fields fields, String id, String text) {
        List<String> known = cases.getOrDefault(id, List.of());
        String full = text.startsWith(id + "/") ? text : id + "/" + text;
        if (!known.isEmpty() && !known.contains(full)) {
            fields.problem(
                    "case",
                    "'" + text + "' is no case of " + id + NearestWord.hint(full, known) + "; there are "
                            + String.join(", ", known));
        }
        return full;
    }

    private void overlap(Deviation entry, List<Deviation> above) {
        above.stream()
                .filter(other -> other.requirement().equals(entry.requirement()))
                .filter(other -> other.caseId().isEmpty()
                        || entry.caseId().isEmpty()
                        || other.caseId().equals(entry.caseId()))
                .findFirst()
                .ifPresent(other -> problems.add(file + ":" + entry.line() + ": " + entry.subject()
                        + " is listed in line " + other.line() + " already, as " + other.subject()
                        + "; remove one of the two entries"));
    }

    private static Optional<LocalDate> date(Fields fields, String key) {
        return fields.read(key, text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no date; write year, month and day, such as 2027-01-31", e);
            }
        });
    }
}
