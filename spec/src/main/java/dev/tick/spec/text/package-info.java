/** Reads and writes texts, whatever they are about: the nearest of some words, timestamps. */
package dev.tick.spec.text;
