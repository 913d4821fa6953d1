package dev.tick.spec.contract;

/** The part of an edition's servers that have an operation ({@code x-tick-offer}). */
public enum Offer {
    /** Every server has it, unless its declaration says otherwise. */
    ALWAYS,
    /** No page of this edition has it: a server that answers it with 404, 405 or 501 does not have it, and breaks nothing. */
    OPTIONAL
}
