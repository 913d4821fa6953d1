package dev.tick.stub.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads which properties are given: their names, separated by commas, or a star for all. */
final class SelectReader {
    static final String OPTION = "$select";

    private final Set<String> properties;
    private final Cursor cursor;

    SelectReader(Set<String> properties, String text) {
        this.properties = properties;
        cursor = new Cursor(OPTION, text);
    }

    /**
     * Reads it all.
     *
     * @return the names in their order, each once; none for all
     * @throws ODataException at the first place that cannot be read
     */
    List<String> read() {
        List<String> names = new ArrayList<>();
        do {
            cursor.skipSpace();
            names.add(name());
            cursor.skipSpace();
        } while (cursor.take(','));
        if (!cursor.atEnd()) {
            throw cursor.wrong("',' or the end");
        }
        return names.contains("*") ? List.of() : names.stream().distinct().toList();
    }

    private String name() {
        String name = cursor.name();
        if (!name.equals("*") && !properties.contains(name)) {
            throw cursor.wrong("* or one of the properties " + String.join(", ", properties));
        }
        cursor.take(name);
        if (cursor.sees('/') || cursor.sees('(')) {
            throw cursor.unsupported(cursor.at(), cursor.word().isEmpty() ? "(" : cursor.word(), "',' or the end");
        }
        return name;
    }
}
