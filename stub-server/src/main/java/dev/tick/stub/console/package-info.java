/** The stub's page for people: live traffic, what the stub holds, moods, and the contract to browse. */
package dev.tick.stub.console;
