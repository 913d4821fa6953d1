/**
 * Servers of the first edition, written from the documentation alone; they know nothing of the conformance kit. Keep that so.
 *
 * <p>The kit's own tests are aimed at them: one server that is sound, the same server with one known
 * {@linkplain dev.tick.reference.first.SubmitFault fault}, and servers that answer nothing useful.
 */
package dev.tick.reference.first;
