package dev.tick.spec.register;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.Problems;
import dev.tick.spec.text.NearestWord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the pages that a register rests on, and where rows say that they were read. */
final class SourceReader {
    static final List<Key> SOURCE_KEYS = List.of(
            Key.required("page", FieldType.TEXT),
            Key.required("edition", FieldType.TEXT),
            Key.optional(
                    "dated",
                    FieldType.text(
                            "a year, month or day such as \"2025-12-11\", or two with 'to' between",
                            RegisterReader.DATE + "( to " + RegisterReader.DATE + ")?")),
            Key.optional(
                    "commit",
                    FieldType.text(
                            "owner/repository@hash, the hash of 8 hexadecimal digits or more",
                            "[\\w.-]+/[\\w.-]+@[0-9a-f]{8,40}")),
            Key.required("read", FieldType.text("a date such as \"2026-01-31\"", "[0-9]{4}-[0-9]{2}-[0-9]{2}")));
    static final List<Key> SECTION_KEYS =
            List.of(Key.required("of", FieldType.TEXT), Key.required("section", FieldType.TEXT));

    private final Problems problems;
    private final Map<String, Fields> sources = new LinkedHashMap<>();
    private final Set<String> unusable = new HashSet<>();

    SourceReader(Problems problems) {
        this.problems = problems;
    }

    /** Adds a source of the register. */
    void add(String name, Fields source) {
        sources.put(name, source);
        boolean usable = problems.holds(() -> {
            source.hold(SOURCE_KEYS);
            if (!source.has("dated") && !source.has("commit")) {
                source.problem(
                        "", "a source needs its own date under 'dated' or its commit under 'commit'; pages change");
            }
        });
        if (!usable) {
            unusable.add(name);
        }
    }

    /** Refuses a name that no source has. */
    void require(Fields fields, String key, String name) {
        if (!sources.containsKey(name)) {
            fields.problem(
                    key,
                    "no source '" + name + "'" + NearestWord.hint(name, sources.keySet()) + "; there are "
                            + sources.keySet());
        }
    }

    /** Returns where a row was read; nothing where its source is not usable. */
    Optional<Source> of(Fields row) {
        Fields section = row.mapping("source").orElseThrow();
        section.hold(SECTION_KEYS);
        return section(section);
    }

    /** Returns where a page says something; nothing where the page itself is not usable, which is told at its own place. */
    Optional<Source> section(Fields section) {
        String name = RegisterReader.text(section, "of");
        require(section, "of", name);
        Fields source = Optional.ofNullable(sources.get(name)).orElseThrow();
        return unusable.contains(name)
                ? Optional.empty()
                : Optional.of(new Source(
                        RegisterReader.text(source, "page"),
                        RegisterReader.text(section, "section"),
                        RegisterReader.text(source, "edition"),
                        source.text("dated"),
                        source.text("commit"),
                        RegisterReader.text(source, "read")));
    }
}
