package dev.tick.spec.register;

/** The party that can honour or break a requirement. */
public enum Subject {
    SERVER,
    CLIENT
}
