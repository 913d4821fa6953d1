/** Requests, responses and their bodies as plain values, for whoever sends, answers or judges them. */
package dev.tick.spec.http;
