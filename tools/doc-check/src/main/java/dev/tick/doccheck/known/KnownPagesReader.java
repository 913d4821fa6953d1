package dev.tick.doccheck.known;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The only reader of the grammar of pages.yaml. */
final class KnownPagesReader {
    private static final FieldType DIGEST = FieldType.text("twelve hexadecimal digits in quotes", "[0-9a-f]{12}");
    private static final int MAX_LINE = 1 << 20;

    static final List<Key> KEYS =
            List.of(Key.required("contract", FieldType.TEXT), Key.required("pages", FieldType.LIST));
    static final List<Key> PAGE_KEYS = List.of(
            Key.required("source", FieldType.TEXT),
            Key.required("file", FieldType.TEXT),
            Key.optional("operation", FieldType.TEXT),
            Key.required("edition", FieldType.TEXT),
            Key.optional("date", FieldType.TEXT),
            Key.optional("statuses", FieldType.listOf(FieldType.number(100, 599))),
            Key.optional("properties", FieldType.listOf(FieldType.TEXT)),
            Key.optional("elsewhere", FieldType.listOf(DIGEST)),
            Key.optional("texts", FieldType.LIST));
    static final List<Key> TEXT_KEYS = List.of(
            Key.required("is", DIGEST),
            Key.optional("also", FieldType.listOf(DIGEST)),
            Key.required("line", FieldType.number(1, MAX_LINE)),
            Key.optional("rows", FieldType.listOf(FieldType.TEXT)),
            Key.optional("reason", FieldType.word(Reason.values())));

    private final LocatedDocument yaml;
    private final Specification specification;
    private final Register register;
    private final Set<String> rows;

    /** A stage of the work on the pages: in a draft, a text may still lack rows and a reason. */
    private enum Stage {
        DRAFT,
        DONE
    }

    KnownPagesReader(LocatedDocument yaml, Specification specification) {
        this.yaml = yaml;
        this.specification = specification;
        register = specification.register();
        rows = register.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
    }

    KnownPages read() {
        return read(Stage.DONE);
    }

    /** Reads pages of which a text may have neither rows nor a reason yet. */
    KnownPages draft() {
        return read(Stage.DRAFT);
    }

    private KnownPages read(Stage stage) {
        Fields document = Fields.strict(yaml, "");
        document.hold(KEYS);
        String contract = document.text("contract").orElseThrow();
        if (!contract.equals(specification.name())) {
            document.problem("contract", "expected '" + specification.name() + "', got '" + contract + "'");
        }
        List<KnownPage> pages = new ArrayList<>();
        Set<String> sources = new HashSet<>();
        for (Fields fields : document.items("pages")) {
            KnownPage page = page(fields, stage);
            if (!sources.add(page.source())) {
                fields.problem("source", "the source '" + page.source() + "' has a page above");
            }
            pages.add(page);
        }
        return new KnownPages(yaml.file(), pages);
    }

    private KnownPage page(Fields page, Stage stage) {
        page.hold(PAGE_KEYS);
        String source = page.text("source").orElseThrow();
        JsonNode sources = register.source().root().path("sources");
        known(page, "source", source, sources.propertyNames(), "source");
        Optional<String> operation = page.text("operation");
        operation.ifPresent(id -> known(
                page,
                "operation",
                id,
                specification.contract().operations().stream()
                        .map(Operation::id)
                        .toList(),
                "operation"));
        return new KnownPage(
                source,
                sources.path(source).path("page").asString(""),
                page.text("file").orElseThrow(),
                operation,
                page.text("edition").orElseThrow(),
                page.text("date").orElse(""),
                page.value("statuses", FieldType.LIST).stream()
                        .flatMap(JsonNode::valueStream)
                        .map(JsonNode::asInt)
                        .toList(),
                page.texts("properties"),
                page.texts("elsewhere"),
                page.items("texts").stream().map(text -> text(text, stage)).toList(),
                page.line());
    }

    private KnownText text(Fields text, Stage stage) {
        text.hold(TEXT_KEYS);
        List<String> held = text.texts("rows");
        held.forEach(row -> known(text, "rows", row, rows, "row"));
        KnownText read = new KnownText(
                text.value("is", DIGEST).map(JsonNode::asString).orElseThrow(),
                text.texts("also"),
                text.number("line", 1, MAX_LINE).orElseThrow(),
                held,
                text.word("reason", Arrays.asList(Reason.values())),
                text.line());
        if (!read.isAssigned() && (stage == Stage.DONE || text.has("reason"))) {
            text.problem(
                    "",
                    "give either the rows that hold this text, under 'rows', or why it binds nobody, under 'reason': one of "
                            + Arrays.stream(Reason.values())
                                    .map(FieldType::spelled)
                                    .toList());
        }
        return read;
    }

    private void known(Fields fields, String key, String name, Collection<String> names, String kind) {
        if (!names.contains(name)) {
            fields.problem(
                    key,
                    "no " + kind + " '" + name + "' in "
                            + (kind.equals("operation")
                                    ? specification.contract().source().file()
                                    : register.source().file())
                            + NearestWord.hint(name, names));
        }
    }
}
