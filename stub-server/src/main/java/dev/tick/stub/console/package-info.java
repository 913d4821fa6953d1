/** The console page: plain files that speak to the admin calls. */
package dev.tick.stub.console;
