package dev.tick.laws.graph.ringed;

import dev.tick.laws.graph.down.Low;
import dev.tick.laws.graph.ring.One;

public interface Other {
    One one();

    Low low();
}
