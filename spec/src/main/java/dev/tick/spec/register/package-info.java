/** Reads the register: one row per statement that a server or a client can honour or break. */
package dev.tick.spec.register;
