package dev.tick.spec.client;

import dev.tick.spec.contract.Effect;

/** The kinds of work that a client can be asked for. */
public enum WorkVerb {
    SUBMIT(Effect.CREATE),
    IMPORT(Effect.CREATE_MANY),
    LIST(Effect.LIST),
    READ(Effect.READ),
    CHANGE(Effect.CHANGE),
    DELETE(Effect.REMOVE),
    BATCH_DELETE(Effect.REMOVE_MANY);

    private final Effect effect;

    WorkVerb(Effect effect) {
        this.effect = effect;
    }

    /** Returns the effect of the operation that does this work. */
    public Effect effect() {
        return effect;
    }

    /** Returns whether it is about what was submitted before. */
    public boolean needsSubmitted() {
        return this == READ || this == CHANGE || this == DELETE || this == BATCH_DELETE;
    }
}
