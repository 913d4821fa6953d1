/** Internal: The service behind WireMock: mappings from the contract, and the extension that answers them. */
package dev.tick.stub.wiremock;
