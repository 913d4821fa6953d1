package dev.tick.stub.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a list is sorted by: properties with a direction each, separated by commas. */
final class OrderReader {
    static final String OPTION = "$orderby";

    private final Map<String, PropertyType> properties;
    private final Cursor cursor;

    OrderReader(Map<String, PropertyType> properties, String text) {
        this.properties = properties;
        cursor = new Cursor(OPTION, text);
    }

    /**
     * Reads it all.
     *
     * @throws ODataException at the first place that cannot be read
     */
    List<Ordering> read() {
        List<Ordering> order = new ArrayList<>();
        do {
            cursor.skipSpace();
            order.add(ordering());
            cursor.skipSpace();
        } while (cursor.take(','));
        if (!cursor.atEnd()) {
            throw cursor.wrong("',' or the end");
        }
        return order;
    }

    private Ordering ordering() {
        String name = cursor.name();
        ValueType type = Optional.ofNullable(properties.get(name))
                .filter(property -> property.shape() == PropertyType.Shape.ONE)
                .flatMap(PropertyType::type)
                .orElseThrow(() -> cursor.wrong("one of the properties " + names()));
        cursor.take(name);
        if (cursor.sees('/') || cursor.sees('(')) {
            throw cursor.unsupported(cursor.at(), cursor.word().isEmpty() ? "(" : cursor.word(), "asc, desc or ','");
        }
        return new Ordering(name, type, direction());
    }

    private Ordering.Direction direction() {
        cursor.skipSpace();
        String word = cursor.word();
        Ordering.Direction direction = switch (word) {
            case "", "asc" -> Ordering.Direction.ASC;
            case "desc" -> Ordering.Direction.DESC;
            default -> throw cursor.wrong("asc, desc, ',' or the end");
        };
        cursor.take(word);
        return direction;
    }

    private String names() {
        return properties.entrySet().stream()
                .filter(property -> property.getValue().shape() == PropertyType.Shape.ONE
                        && property.getValue().type().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
