package dev.tick.laws.graph.ring;

import dev.tick.laws.graph.ringed.Other;

public interface One {
    Other other();
}
