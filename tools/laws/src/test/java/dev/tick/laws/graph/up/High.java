package dev.tick.laws.graph.up;

import dev.tick.laws.graph.down.Low;

public interface High {
    Low[] below();
}
