package dev.tick.stub.wiremock;

import dev.tick.spec.http.Request;
import dev.tick.stub.http.Transmission;

/** Answers the calls of one mapping. */
interface Responder {
    Transmission answer(Request request);
}
