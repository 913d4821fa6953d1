package dev.tick.conformance.deviation;

import dev.tick.conformance.settings.SettingsException;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import dev.tick.spec.source.MalformedSourceException;
import dev.tick.spec.source.YamlSource;
import dev.tick.spec.text.NearestWord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The only reader of the grammar of deviations; it gathers all problems of a file before it refuses it. */
final class DeviationReader {
    private static final List<String> KEYS = List.of("id", "case", "reason", "link", "owner", "opened", "expires");
    private static final Set<String> OPTIONAL = Set.of("case");

    private final String file;
    private final Register register;
    private final Map<String, List<String>> cases;
    private final List<String> problems = new ArrayList<>();

    DeviationReader(String file, Register register, Map<String, List<String>> cases) {
        this.file = file;
        this.register = register;
        this.cases = cases;
    }

    List<Deviation> read(String text) {
        YamlSource yaml;
        try {
            yaml = YamlSource.parse(file, text);
        } catch (MalformedSourceException e) {
            throw refusal(List.of(e.getMessage() + "; a file of deviations is a list of entries, or []"));
        }
        if (!yaml.root().isArray()) {
            throw refusal(List.of(file + ":" + yaml.lineOf("") + ": expected a list of entries, each with " + KEYS
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

    private SettingsException refusal(List<String> found) {
        return new SettingsException("deviations: " + file + " cannot be used:\n  " + String.join("\n  ", found));
    }

    private Optional<Deviation> entry(YamlSource yaml, int index) {
        String at = "/" + index;
        JsonNode node = yaml.root().get(index);
        if (!node.isObject()) {
            problems.add(file + ":" + yaml.lineOf(at) + ": expected an entry with the keys " + KEYS + ", got " + node);
            return Optional.empty();
        }
        int before = problems.size();
        keys(yaml, at, node);
        Fields fields = new Fields(yaml, at, node);
        Optional<String> id = fields.text("id");
        id.ifPresent(text -> requirement(fields, text));
        Optional<String> oneCase = fields.text("case").flatMap(text -> id.map(own -> oneCase(fields, own, text)));
        Optional<String> reason = fields.text("reason");
        Optional<String> link = fields.text("link");
        Optional<String> owner = fields.text("owner");
        Optional<LocalDate> opened = fields.date("opened");
        Optional<LocalDate> expires = fields.date("expires");
        opened.ifPresent(from -> expires.filter(to -> to.isBefore(from))
                .ifPresent(to -> fields.problem(
                        "expires", to + " is before 'opened' " + from + "; correct one of the two dates")));
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Deviation(
                file,
                yaml.lineOf(at),
                id.orElseThrow(),
                oneCase,
                reason.orElseThrow(),
                link.orElseThrow(),
                owner.orElseThrow(),
                opened.orElseThrow(),
                expires.orElseThrow()));
    }

    /** A key that is missing because it was misspelt is one problem, not two. */
    private void keys(YamlSource yaml, String at, JsonNode node) {
        Set<String> guessed = new HashSet<>();
        for (String key : node.propertyNames()) {
            if (!KEYS.contains(key)) {
                List<String> free =
                        KEYS.stream().filter(known -> !node.has(known)).toList();
                NearestWord.of(key, free).ifPresent(guessed::add);
                problems.add(file + ":" + yaml.lineOf(at + "/" + YamlSource.segment(key)) + ": unknown key '" + key
                        + "'" + NearestWord.hint(key, free) + "; expected one of " + KEYS);
            }
        }
        for (String key : KEYS) {
            if (!node.has(key) && !guessed.contains(key) && !OPTIONAL.contains(key)) {
                problems.add(file + ":" + yaml.lineOf(at) + ": the key '" + key + "' is missing; add it to this entry");
            }
        }
    }

    private void requirement(Fields fields, String id) {
        List<String> checked = register.of(Subject.SERVER).stream()
                .filter(row -> row.check().isPresent())
                .map(Requirement::id)
                .toList();
        if (checked.contains(id)) {
            return;
        }
        Optional<Requirement> row = register.requirements().stream()
                .filter(one -> one.id().equals(id))
                .findFirst();
        String problem = row.map(one -> one.subject() == Subject.CLIENT
                        ? "binds clients, not a server; remove this entry"
                        : "is never checked (" + one.excluded().orElse("") + "); remove this entry")
                .orElse("is no requirement of " + register.source().file() + NearestWord.hint(id, checked)
                        + "; correct the id, or remove this entry");
        fields.problem("id", "'" + id + "' " + problem);
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

    /** The values of one entry; a problem is noted, and the value left out. */
    private final class Fields {
        private final YamlSource yaml;
        private final String at;
        private final JsonNode node;

        Fields(YamlSource yaml, String at, JsonNode node) {
            this.yaml = yaml;
            this.at = at;
            this.node = node;
        }

        Optional<String> text(String key) {
            JsonNode value = node.path(key);
            if (value.isMissingNode()) {
                return Optional.empty();
            }
            if (!value.isString() || value.asString().isBlank()) {
                problem(key, "expected text, got " + value + "; write it out, in quotes where it is a number");
                return Optional.empty();
            }
            return Optional.of(value.asString());
        }

        Optional<LocalDate> date(String key) {
            return text(key).flatMap(text -> {
                try {
                    return Optional.of(LocalDate.parse(text));
                } catch (DateTimeParseException e) {
                    problem(key, "'" + text + "' is no date; write year, month and day, such as 2027-01-31");
                    return Optional.empty();
                }
            });
        }

        void problem(String key, String text) {
            problems.add(file + ":" + yaml.lineOf(at + "/" + key) + ": " + key + ": " + text);
        }
    }
}
