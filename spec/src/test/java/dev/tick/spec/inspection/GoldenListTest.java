package dev.tick.spec.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a golden list that is not that of its register is told. */
class GoldenListTest {
    @Test
    void tellsALineThatStandsTwiceAtTheEnd() {
        assertEquals(
                List.of("the line 'B must' stands twice; remove line 3"),
                GoldenList.differences(List.of("A must", "B must", "B must"), List.of("A must", "B must")));
    }

    @Test
    void tellsALineThatStandsTwiceInTheMiddle() {
        assertEquals(
                List.of("the line 'A must' stands twice; remove line 2"),
                GoldenList.differences(List.of("A must", "A must", "B must"), List.of("A must", "B must")));
    }

    @Test
    void tellsWhereTheOrderDiffers() {
        assertEquals(
                List.of(
                        "the rows stand in another order than the lines, from line 1 on: 'A must' is the row, 'B must' the"
                                + " line; reorder one of the two"),
                GoldenList.differences(List.of("B must", "A must"), List.of("A must", "B must")));
    }
}
