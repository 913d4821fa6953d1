package dev.tick.spec.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A check on what is submitted together. */
public sealed interface BatchCheck extends Check {
    /** The kinds of checks on what is submitted together. */
    interface BatchKinds<R> {
        R itemsImported(ItemsImported check);

        R itemsImportedAgain(ItemsImportedAgain check);

        R itemsTaken(ItemsTaken check);

        R itemRefused(ItemRefused check);

        R itemProbed(ItemProbed check);
    }

    /** Returns what is to be done with this kind. */
    <R> R accept(BatchKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.batch(this);
    }

    /**
     * Each item is listed as it was sent ({@code imported}).
     *
     * @param operation the operation's id
     */
    record ItemsImported(String operation) implements BatchCheck {
        @Override
        public String kind() {
            return "imported";
        }

        @Override
        public <R> R accept(BatchKinds<R> kinds) {
            return kinds.itemsImported(this);
        }
    }

    /**
     * An import of what is there updates it ({@code imported-again}).
     *
     * @param operation the operation's id
     */
    record ItemsImportedAgain(String operation) implements BatchCheck {
        @Override
        public String kind() {
            return "imported-again";
        }

        @Override
        public <R> R accept(BatchKinds<R> kinds) {
            return kinds.itemsImportedAgain(this);
        }
    }

    /**
     * A batch takes whatever a submit takes ({@code items-taken}).
     *
     * @param operation the operation's id
     */
    record ItemsTaken(String operation) implements BatchCheck {
        @Override
        public String kind() {
            return "items-taken";
        }

        @Override
        public <R> R accept(BatchKinds<R> kinds) {
            return kinds.itemsTaken(this);
        }
    }

    /**
     * An item with a defect is not taken ({@code item-refused}).
     *
     * @param operation the operation's id
     * @param pointer the row's JSON pointer to the schema of an item
     */
    record ItemRefused(String operation, String pointer) implements BatchCheck {
        @Override
        public String kind() {
            return "item-refused";
        }

        @Override
        public <R> R accept(BatchKinds<R> kinds) {
            return kinds.itemRefused(this);
        }
    }

    /**
     * Notes whether an altered item is taken ({@code probe-item}).
     *
     * @param operation the operation's id
     * @param pointer the row's JSON pointer into the contract
     * @param set values of properties by name
     */
    record ItemProbed(String operation, String pointer, Map<String, JsonNode> set) implements BatchCheck {
        /** Copies the values. */
        public ItemProbed {
            set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        }

        @Override
        public String kind() {
            return "probe-item";
        }

        @Override
        public <R> R accept(BatchKinds<R> kinds) {
            return kinds.itemProbed(this);
        }
    }
}
