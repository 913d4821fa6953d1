package dev.tick.conformance.target;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A region or government cloud of the vendor.
 *
 * @param name by which a file names it, such as {@code eu}
 * @param baseUrl of the API
 * @param authority where tokens are had
 * @param audience the resource that tokens are asked for
 */
record Region(String name, URI baseUrl, URI authority, String audience) {
    private static final String FILE = "dev/tick/conformance/target/regions.yaml";
    private static final List<Key> KEYS = List.of(
            Key.required("region", FieldType.TEXT),
            Key.required("base-url", FieldType.TEXT),
            Key.required("authority", FieldType.TEXT),
            Key.required("audience", FieldType.TEXT));

    /** Returns all that the vendor names, in the order of their file. */
    static List<Region> all() {
        LocatedDocument yaml = LocatedDocument.load(FILE);
        return IntStream.range(0, yaml.root().size())
                .mapToObj(i -> of(Fields.strict(yaml, "/" + i)))
                .toList();
    }

    private static Region of(Fields fields) {
        fields.hold(KEYS);
        return new Region(
                fields.text("region").orElseThrow(),
                fields.read("base-url", URI::create).orElseThrow(),
                fields.read("authority", URI::create).orElseThrow(),
                fields.text("audience").orElseThrow());
    }
}
