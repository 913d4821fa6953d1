/** Internal: One request and what came back, over REST Assured, exactly as written and within a deadline. */
package dev.tick.conformance.exchange;
