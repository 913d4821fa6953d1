package dev.tick.spec.contract;

/** What an operation does to the resource ({@code x-tick-effect}). */
public enum Effect {
    CREATE,
    LIST,
    READ,
    CHANGE
}
