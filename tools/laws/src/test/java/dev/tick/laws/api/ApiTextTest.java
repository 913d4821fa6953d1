package dev.tick.laws.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.laws.api.sample.Shapes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiTextTest {
    private final ApiText text = new ApiText("dev.tick", type -> type == Shapes.class);

    @Test
    void writesWhatAUserCanNameAndNothingElse() {
        assertEquals("""

                package dev.tick.laws.api.sample

                final class Shapes

                sealed interface Shapes.Answer permits Shapes.Answer.No, Shapes.Answer.Yes
                    default int code()

                record Shapes.Answer.No() implements Shapes.Answer

                record Shapes.Answer.Yes(int code, dev.tick.laws.source.Declaration.Kind reason) implements Shapes.Answer
                    static Shapes.Answer.Yes of(dev.tick.laws.source.Declaration.Kind)

                enum Shapes.Colour
                    RED
                    BLUE
                    Shapes.Colour other()

                abstract class Shapes.Shape<T extends Comparable<T>> implements Comparable<Shapes.Shape<T>>
                    static final int SIDES
                    protected new Shape(String...)
                    void draw() (deprecated)
                    protected void inherited()
                    abstract Map<? super K, List<T[]>> <K> sides(K, Set<? extends T>) throws IOException
                """, String.join("\n", text.lines(List.of(Shapes.class))) + "\n");
    }

    @Test
    void tellsTheInternalTypesThatTheApiMentions() {
        text.lines(List.of(Shapes.class));
        assertEquals(Set.of("dev.tick.laws.source.Declaration.Kind"), text.internalTypes());
    }
}
