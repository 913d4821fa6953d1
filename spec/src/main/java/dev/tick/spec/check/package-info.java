/** The grammar of {@code check:}: how a statement is exercised, as types that its check and its faults switch over. */
package dev.tick.spec.check;
