/** Internal: Mappings that plain WireMock serves without a class of ours, made from a contract. */
package dev.tick.stub.mappings;
