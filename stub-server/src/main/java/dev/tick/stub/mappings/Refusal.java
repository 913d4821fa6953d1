package dev.tick.stub.mappings;

/**
 * A constraint that has a code of its own ({@code x-tick-refusals}).
 *
 * @param constraint JSON pointer to the keyword, through the references that lead there
 * @param code of the envelope
 * @param message a template of its text
 */
record Refusal(String constraint, String code, String message) {}
