/** The service as the contract describes it: from a request to a reply. */
package dev.tick.stub.service;
