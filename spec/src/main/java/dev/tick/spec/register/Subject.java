package dev.tick.spec.register;

/** Who can honour or break a requirement. */
public enum Subject {
    SERVER,
    CLIENT
}
