/**
 * Servers written from the API's documentation alone, which know nothing of the conformance kit; keep that so.
 *
 * <p>They are what the kit's own tests are aimed at: one server that is sound, the same server with one known
 * {@linkplain independent.Breakage breakage}, and servers that answer nothing useful.
 */
package dev.tick.reference.first;
