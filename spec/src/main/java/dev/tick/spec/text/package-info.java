/** Internal: Words and values as people write them: guesses at a misspelled word, timestamps, and characters that cannot be seen. */
package dev.tick.spec.text;
