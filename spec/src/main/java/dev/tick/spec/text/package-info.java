/** Words for people: guesses at a misspelled one, and characters that cannot be seen. */
package dev.tick.spec.text;
