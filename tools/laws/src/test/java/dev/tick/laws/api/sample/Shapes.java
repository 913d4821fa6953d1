package dev.tick.laws.api.sample;

import dev.tick.laws.source.Declaration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A type with one member for each rule of the text. */
public final class Shapes {
    private Shapes() {}

    public abstract static class Shape<T extends Comparable<T>> implements Comparable<Shape<T>> {
        public static final int SIDES = 3;

        protected Shape(String... names) {
            this(names.length);
        }

        Shape(int hidden) {
            hide(hidden);
        }

        public abstract <K> Map<? super K, List<T[]>> sides(K one, Set<? extends T> others) throws IOException;

        @Deprecated
        public void draw() {}

        protected void inherited() {}

        final void hide(int hidden) {}

        @Override
        public String toString() {
            return "";
        }
    }

    public sealed interface Answer {
        default int code() {
            return 0;
        }

        record Yes(int code, Declaration.Kind reason) implements Answer {
            public static Yes of(Declaration.Kind reason) {
                return new Yes(0, reason);
            }
        }

        record No() implements Answer {}
    }

    public enum Colour {
        RED,
        BLUE;

        public Colour other() {
            return this == RED ? BLUE : RED;
        }
    }

    static final class Hidden {}
}
