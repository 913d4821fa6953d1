package dev.tick.reference.todayfourth;

/**
 * What makes a second submission an update: the same value, of the same type, with the same action.
 *
 * @param value  the value
 * @param type   its type
 * @param action the action
 */
record FourthKey(String value, String type, String action) {}
