/** Words for people: what they may have meant. */
package dev.tick.spec.text;
