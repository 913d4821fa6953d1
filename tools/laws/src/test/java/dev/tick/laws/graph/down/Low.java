package dev.tick.laws.graph.down;

public record Low(int depth) {}
