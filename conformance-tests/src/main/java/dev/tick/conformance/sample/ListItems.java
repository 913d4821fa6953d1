package dev.tick.conformance.sample;

import java.util.ArrayList;
import java.util.List;

/** Items of lists of texts: among them are some that a list kept in one text would fall apart at. */
final class ListItems {
    static final String COMMA = "tick, and a comma";
    static final String SEMICOLON = "tick; and a semicolon";

    private static final int MANY = 30;

    private ListItems() {}

    /** Returns many items, in descending order. */
    static List<String> many() {
        List<String> many = new ArrayList<>();
        for (int number = MANY; number > 0; number--) {
            many.add("tick-" + number);
        }
        many.add(COMMA);
        many.add(SEMICOLON);
        return many;
    }
}
